package io.milliwatt.ec57.episode;

/**
 * A stretch of a record.
 *
 * @param beginSample the first sample of it
 * @param endSample the first one after it
 */
public record Span(long beginSample, long endSample) {
    public Span {
        if (endSample < beginSample) {
            throw new IllegalArgumentException(
                    "a stretch that begins at sample " + beginSample + " cannot end at " + endSample);
        }
    }

    public long samples() {
        return endSample - beginSample;
    }

    public boolean contains(long sample) {
        return beginSample <= sample && sample < endSample;
    }

    /** How many samples both have. */
    public long overlap(Span other) {
        return Math.max(0, Math.min(endSample, other.endSample) - Math.max(beginSample, other.beginSample));
    }

    /** The part of it within another; empty ones are of 0 samples. */
    public Span within(long firstSample, long lastSample) {
        long begin = Math.clamp(beginSample, firstSample, lastSample);
        return new Span(begin, Math.max(begin, Math.min(endSample, lastSample)));
    }
}
