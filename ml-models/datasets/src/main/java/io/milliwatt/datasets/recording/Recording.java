package io.milliwatt.datasets.recording;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one file holds.
 *
 * @param file the file's name, for messages
 * @param channels at least one, names unique, in the file's order
 * @param sampleRateHz as the format states it; empty for formats that do not state one (MATLAB, CSV and raw files do not)
 * @param shaftSpeedRpm measured shaft speed stored beside the samples, in revolutions per minute
 * @param scalars other single numbers of the file, by name, sorted
 */
public record Recording(
        String file,
        List<Channel> channels,
        OptionalDouble sampleRateHz,
        OptionalDouble shaftSpeedRpm,
        Map<String, Double> scalars) {

    public Recording {
        channels = List.copyOf(channels);
        scalars = Collections.unmodifiableMap(new TreeMap<>(scalars));
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("recording " + file + " has no channel");
        }
        Set<String> names = new HashSet<>();
        for (Channel channel : channels) {
            if (!names.add(channel.name())) {
                throw new IllegalArgumentException(
                        "recording " + file + " has two channels named '" + channel.name() + "'");
            }
        }
    }

    /** A recording of channels alone, for formats that carry nothing else. */
    public static Recording ofChannels(String file, List<Channel> channels) {
        return new Recording(file, channels, OptionalDouble.empty(), OptionalDouble.empty(), Map.of());
    }

    public List<String> channelNames() {
        return channels.stream().map(Channel::name).toList();
    }

    /** The channel of that exact name. */
    public Channel channel(String name) throws RecordingException {
        for (Channel channel : channels) {
            if (channel.name().equals(name)) {
                return channel;
            }
        }
        throw new RecordingException(
                file, "has no channel '" + name + "'", "It holds: " + channelList() + ". Name one of these.");
    }

    /** The only channel, or an error that lists them all. */
    public Channel onlyChannel() throws RecordingException {
        if (channels.size() == 1) {
            return channels.getFirst();
        }
        throw new RecordingException(
                file, "holds " + channels.size() + " channels: " + channelList(), "Name the one to use.");
    }

    private String channelList() {
        return channels.stream().map(Channel::toString).collect(Collectors.joining(", "));
    }
}
