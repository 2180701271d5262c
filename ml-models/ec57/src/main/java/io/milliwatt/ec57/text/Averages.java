package io.milliwatt.ec57.text;

import io.milliwatt.ec57.Proportion;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The two last lines of sumstats' tables: over all beats, and the mean over the records that have the share at all. */
final class Averages {
    private Averages() {}

    static String beats(List<Proportion> shares) {
        return shares.stream()
                .map(share -> " " + PrintedNumber.fixedOrHyphen(share.percent(), 6, 2))
                .collect(Collectors.joining());
    }

    /** In whole per cent. */
    static String whole(List<Proportion> shares) {
        return shares.stream().map(share -> whole(share.percent())).collect(Collectors.joining());
    }

    static String whole(OptionalDouble percent) {
        return " " + PrintedNumber.fixedOrHyphen(percent, 3, 0);
    }

    static <F> OptionalDouble meanPercent(List<NamedFigures<F>> lines, Function<F, Proportion> share) {
        List<Double> shares = lines.stream()
                .map(line -> share.apply(line.figures()).share())
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
        return meanPercent(shares);
    }

    /** Summed in the order of the records, as sumstats does, so that no digit differs. */
    static OptionalDouble meanPercent(List<Double> shares) {
        if (shares.isEmpty()) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        return OptionalDouble.of(100.0 * sum / shares.size());
    }

    static String records(int number) {
        return "\nSummary of results from " + number + " record" + (number == 1 ? "" : "s") + "\n";
    }
}
