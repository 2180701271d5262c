package io.milliwatt.ecg.signal;

import java.util.List;

/**
 * One lead of one node over a stretch of time.
 *
 * @param channel 0 for the lead that is analysed
 * @param unit {@code mV}, as a rule
 * @param unitsPerCount multiplies a count into the unit
 * @param segments in order of time; between two of them there is a gap
 */
public record Trace(
        long node, int channel, String unit, double sampleRateHz, double unitsPerCount, List<Segment> segments) {

    public Trace {
        segments = List.copyOf(segments);
    }
}
