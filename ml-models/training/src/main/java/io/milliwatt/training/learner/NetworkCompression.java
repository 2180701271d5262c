package io.milliwatt.training.learner;

import io.milliwatt.training.network.ChannelPruning;
import io.milliwatt.training.network.FloatNetwork;
import io.milliwatt.training.network.MagnitudePruning;
import io.milliwatt.training.network.NetworkTrainer;
import io.milliwatt.training.quantization.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a network is made smaller after training: first whole channels go, then single weights, then bits. */
public record NetworkCompression(
        Optional<ChannelPruning> channels, Optional<MagnitudePruning> weights, Precision precision) {
    public static NetworkCompression none() {
        return new NetworkCompression(Optional.empty(), Optional.empty(), Precision.EIGHT_BITS);
    }

    public NetworkCompression withoutChannels(double share) {
        return new NetworkCompression(Optional.of(new ChannelPruning(share)), weights, precision);
    }

    public NetworkCompression withoutWeights(double share, int rounds) {
        return new NetworkCompression(channels, Optional.of(new MagnitudePruning(share, rounds)), precision);
    }

    public NetworkCompression in(Precision wanted) {
        return new NetworkCompression(channels, weights, wanted);
    }

    FloatNetwork apply(FloatNetwork network, NetworkTrainer fineTuning) {
        FloatNetwork fewer =
                channels.map(each -> each.prune(network, fineTuning)).orElse(network);
        return weights.map(each -> each.prune(fewer, fineTuning)).orElse(fewer);
    }

    String description() {
        List<String> parts = new ArrayList<>();
        channels.ifPresent(
                each -> parts.add(String.format(Locale.ROOT, "%.0f %% of the channels pruned", 100 * each.share())));
        weights.ifPresent(
                each -> parts.add(String.format(Locale.ROOT, "%.0f %% of the weights pruned", 100 * each.share())));
        parts.add(
                switch (precision) {
                    case EIGHT_BITS -> "8-bit weights and activations";
                    case FOUR_BIT_WEIGHTS -> "4-bit weights";
                    case SIXTEEN_BIT_ACTIVATIONS -> "16-bit activations";
                });
        return String.join(", ", parts);
    }
}
