package io.milliwatt.dsp.fixedpoint.heart;

/**
 * The ECG as beats are described in: 120 Hz, microvolt, free of baseline, whatever the recorder's rate and gain. A boxcar of a
 * sixtieth of a second takes out 60 Hz mains and what 120 Hz could not show; linear interpolation hits the 120 Hz ticks; the
 * mean of the second around a tick is its baseline. The last 512 ticks (4.3 s) are held.
 *
 * <p>Headroom: at most 17 raw samples add up to 2²⁰; times 120 and times nano-units per count (below 2³⁰) is below 2⁵⁷. A value
 * is clamped to ±2¹⁴ µV, so 121 of them add up to 2²¹.
 */
final class BeatSignal {

    /** Ticks per second. */
    static final int RATE_HZ = 120;

    /** Ticks from a sample to the one whose baseline is known. */
    static final int BASELINE_DELAY = 60;

    /** Ticks that {@link #at} reaches back. */
    static final int HELD = 512;

    private static final int MASK = HELD - 1;
    private static final int LIMIT = 16_383;
    private static final int BASELINE = 2 * BASELINE_DELAY + 1;
    private static final long NANO_MILLIVOLT_PER_MICROVOLT = 1_000_000;

    private final int sampleRateHz;
    private final int nanoMillivoltPerCount;
    private final int[] raw;
    private final short[] smooth = new short[128];
    private final short[] values = new short[HELD];
    private int rawAt;
    private int rawSum;
    private int rawSumBefore;
    private int phase;
    private int baselineSum;
    private int tick = -1;
    private boolean primed;

    /**
     * @param sampleRateHz 100 … 1,000
     * @param nanoMillivoltPerCount 1 … 2³⁰ − 1
     */
    BeatSignal(int sampleRateHz, int nanoMillivoltPerCount) {
        this.sampleRateHz = sampleRateHz;
        this.nanoMillivoltPerCount = nanoMillivoltPerCount;
        raw = new int[boxcar(sampleRateHz)];
    }

    /** Raw samples in a sixtieth of a second, rounded. */
    static int boxcar(int sampleRateHz) {
        return (sampleRateHz + 30) / 60;
    }

    void accept(int sample) {
        if (!primed) {
            prime(sample);
        }
        rawSumBefore = rawSum;
        rawSum += sample - raw[rawAt];
        raw[rawAt] = sample;
        rawAt = rawAt + 1 == raw.length ? 0 : rawAt + 1;
        phase += RATE_HZ;
        while (phase >= sampleRateHz) {
            phase -= sampleRateHz;
            addTick(microvolt());
        }
    }

    /** As if the first sample had always been there. */
    private void prime(int sample) {
        primed = true;
        for (int i = 0; i < raw.length; i++) {
            raw[i] = sample;
        }
        rawSum = sample * raw.length;
        rawSumBefore = rawSum;
        int value = microvolt();
        for (int i = 0; i < smooth.length; i++) {
            smooth[i] = (short) value;
        }
        baselineSum = BASELINE * value;
    }

    private int microvolt() {
        long sum = (long) rawSum * (RATE_HZ - phase) + (long) rawSumBefore * phase;
        long value = sum * nanoMillivoltPerCount / (NANO_MILLIVOLT_PER_MICROVOLT * RATE_HZ * raw.length);
        return (int) Math.clamp(value, -LIMIT, LIMIT);
    }

    private void addTick(int value) {
        tick++;
        int at = tick & 127;
        baselineSum += value - smooth[(at - BASELINE) & 127];
        smooth[at] = (short) value;
        int centred = smooth[(at - BASELINE_DELAY) & 127] - baselineSum / BASELINE;
        values[(tick - BASELINE_DELAY) & MASK] = (short) Math.clamp(centred, -LIMIT, LIMIT);
    }

    /** The newest tick, counted from 0; its value without baseline is known {@link #BASELINE_DELAY} ticks later. */
    int tick() {
        return tick;
    }

    /**
     * The tick at which a raw sample lies.
     *
     * @param age how many samples ago it was taken, 0 … 65,535
     */
    int tickOf(int age) {
        int delayed = 2 * (RATE_HZ * age - phase) - RATE_HZ * (raw.length - 1) + sampleRateHz;
        return tick - Math.floorDiv(delayed, 2 * sampleRateHz);
    }

    /** Microvolt at a tick whose baseline is known and that is still held. */
    int at(int when) {
        return values[when & MASK];
    }
}
