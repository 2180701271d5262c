package io.milliwatt.energy;

/**
 * Frames of one kind.
 *
 * @param kind for people
 * @param work the bench's name for building one
 * @param bytes of one frame, MAC included, as a real node builds it
 * @param perBurst how many come with each burst; below 1 where several bursts share one
 */
public record FrameLoad(String kind, String work, int bytes, double perBurst) {}
