package io.milliwatt.ecg.news;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The points of one moment, a part for each of the chart's seven parameters. */
public record NewsScore(List<NewsPart> parts) {

    private static final int MEDIUM_FROM = 5;
    private static final int HIGH_FROM = 7;

    public NewsScore {
        parts = List.copyOf(parts);
    }

    /** The sum, 0 to 20; empty while any parameter is missing, since it would be too low. */
    public OptionalInt aggregate() {
        return isComplete() ? OptionalInt.of(knownPoints()) : OptionalInt.empty();
    }

    /** Sum of the parts that are known: what the aggregate comes to at least. */
    public int knownPoints() {
        return parts.stream().mapToInt(part -> part.points().orElse(0)).sum();
    }

    public boolean isComplete() {
        return parts.stream().allMatch(part -> part.points().isPresent());
    }

    public List<NewsParameter> missing() {
        return parts.stream()
                .filter(part -> part.points().isEmpty())
                .map(NewsPart::parameter)
                .toList();
    }

    /** The parameters that each alone ask for a clinician. */
    public List<NewsParameter> red() {
        return parts.stream().filter(NewsPart::isRed).map(NewsPart::parameter).toList();
    }

    /** The chart's urgency; empty while any parameter is missing. */
    public Optional<NewsUrgency> urgency() {
        return isComplete() ? Optional.of(leastUrgency()) : Optional.empty();
    }

    /** The urgency that stands already: no missing observation can make it smaller. */
    public NewsUrgency leastUrgency() {
        int points = knownPoints();
        if (points >= HIGH_FROM) {
            return NewsUrgency.HIGH;
        }
        if (points >= MEDIUM_FROM) {
            return NewsUrgency.MEDIUM;
        }
        return red().isEmpty() ? NewsUrgency.LOW : NewsUrgency.LOW_MEDIUM;
    }
}
