package io.milliwatt.workbench.analyze;

import io.milliwatt.datasets.recording.Channel;
import io.milliwatt.datasets.recording.Recording;
import io.milliwatt.workbench.SuiteException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Picks the channel to analyze; a column that only counts time is no choice. */
record ChannelChoice(Recording recording) {

    /** Evenly rising by this tolerance, a column is a clock. */
    private static final double STEP_TOLERANCE = 0.05;

    Channel of(Optional<String> wanted) {
        return wanted.map(this::named).orElseGet(this::only);
    }

    /** The column that counts time, where there is one beside others. */
    Optional<Channel> clock() {
        return recording.channels().size() < 2
                ? Optional.empty()
                : recording.channels().stream().filter(ChannelChoice::isClock).findFirst();
    }

    private Channel named(String wanted) {
        List<Channel> channels = recording.channels();
        for (Channel channel : channels) {
            if (channel.name().equals(wanted)) {
                return channel;
            }
        }
        List<Channel> partly = channels.stream()
                .filter(channel -> channel.name().toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT)))
                .toList();
        if (wanted.matches("\\d{1,3}")) {
            int number = Integer.parseInt(wanted);
            if (number >= 1 && number <= channels.size()) {
                return channels.get(number - 1);
            }
        } else if (partly.size() == 1) {
            return partly.getFirst();
        }
        throw new SuiteException(
                recording.file() + (partly.size() > 1 ? " has several channels like '" : " has no channel '") + wanted
                        + "'. It holds: " + list(channels) + ". Name one of these with --channel.");
    }

    private Channel only() {
        List<Channel> signals = recording.channels().stream()
                .filter(channel -> recording.channels().size() == 1 || !isClock(channel))
                .toList();
        if (signals.size() == 1) {
            return signals.getFirst();
        }
        throw new SuiteException(
                recording.file() + " holds " + recording.channels().size() + " channels: " + list(recording.channels())
                        + ". Name the one to analyze with --channel.");
    }

    private static boolean isClock(Channel channel) {
        double[] values = channel.samples();
        if (values.length < 3) {
            return false;
        }
        double step = (values[values.length - 1] - values[0]) / (values.length - 1);
        boolean even = step > 0;
        for (int i = 1; even && i < values.length; i++) {
            even = values[i] > values[i - 1]
                    && Math.abs(values[i] - values[0] - i * step) <= Math.max(step, STEP_TOLERANCE * i * step);
        }
        return even && Arrays.stream(values).allMatch(Double::isFinite);
    }

    private static String list(List<Channel> channels) {
        return channels.stream().map(Channel::toString).collect(Collectors.joining(", "));
    }
}
