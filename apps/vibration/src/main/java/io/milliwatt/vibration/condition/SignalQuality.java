package io.milliwatt.vibration.condition;

import io.milliwatt.telemetry.Features;
import java.util.ArrayList;
import java.util.List;

/** What a window's quality flags say about the worth of its values. */
public record SignalQuality(long flags) {

    private static final long UNUSABLE = Features.FLAT_LINE | Features.SENSOR_FAULT | Features.WARMING_UP;
    private static final long FAULTY =
            Features.CLIPPED | Features.FLAT_LINE | Features.SPEED_IMPLAUSIBLE | Features.SENSOR_FAULT;

    public boolean isStopped() {
        return (flags & Features.MACHINE_STOPPED) != 0;
    }

    /** Whether levels may be judged: the machine turns and the sensor works. */
    public boolean isJudgeable() {
        return !isStopped() && (flags & UNUSABLE) == 0;
    }

    /** Whether somebody should look after the sensor; a stopped machine's silence is no fault. */
    public boolean isFaulty() {
        return !isStopped() && (flags & FAULTY) != 0;
    }

    /** What is wrong, in words; "nothing" where nothing is. */
    public String words() {
        List<String> words = new ArrayList<>();
        addIf(words, Features.CLIPPED, "the signal is clipped");
        addIf(words, Features.FLAT_LINE, "the signal does not move");
        addIf(words, Features.SPEED_IMPLAUSIBLE, "the stated speed does not fit the signal");
        addIf(words, Features.SENSOR_FAULT, "the sensor reports a fault");
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }

    private void addIf(List<String> words, long flag, String text) {
        if ((flags & flag) != 0) {
            words.add(text);
        }
    }
}
