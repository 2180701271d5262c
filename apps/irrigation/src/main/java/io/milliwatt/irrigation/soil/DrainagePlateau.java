package io.milliwatt.irrigation.soil;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The water content at which a soil stays once it has drained: field capacity as it is seen, and not as a texture's equations guess it. After a wetting
 * the content falls fast while gravity takes water, and slowly when only roots do; the first day on which it falls slowly is the plateau.
 *
 * @param fraction median of the plateaus, m³/m³
 * @param events wettings that were followed
 * @param spread median distance of single plateaus from it, m³/m³
 */
public record DrainagePlateau(double fraction, int events, double spread) {

    /** What a wetting raises the evening's content by, m³/m³. */
    private static final double WETTING_RISE = 0.02;
    /** Below this fall in a day drainage is over, m³/m³; roots of a full canopy take some 0.01 from the layer that they use most. */
    private static final double SLOW_FALL = 0.012;

    private static final int LONGEST_DRAINAGE_DAYS = 4;

    /** @param evenings water content of one depth by day; gaps break the course */
    public static Optional<DrainagePlateau> of(SortedMap<LocalDate, Double> evenings) {
        List<Map.Entry<LocalDate, Double>> days = new ArrayList<>(evenings.entrySet());
        List<Double> plateaus = new ArrayList<>();
        for (int i = 1; i < days.size(); i++) {
            if (follows(days, i) && days.get(i).getValue() - days.get(i - 1).getValue() >= WETTING_RISE) {
                afterWetting(days, i).ifPresent(plateaus::add);
            }
        }
        if (plateaus.isEmpty()) {
            return Optional.empty();
        }
        double middle = median(plateaus);
        double spread = median(
                plateaus.stream().map(plateau -> Math.abs(plateau - middle)).toList());
        return Optional.of(new DrainagePlateau(middle, plateaus.size(), spread));
    }

    private static Optional<Double> afterWetting(List<Map.Entry<LocalDate, Double>> days, int wetting) {
        int last = Math.min(days.size() - 1, wetting + LONGEST_DRAINAGE_DAYS);
        for (int i = wetting + 1; i <= last && follows(days, i); i++) {
            double fall = days.get(i - 1).getValue() - days.get(i).getValue();
            if (fall < 0) {
                return Optional.empty();
            }
            if (fall < SLOW_FALL) {
                return Optional.of(days.get(i - 1).getValue());
            }
        }
        return Optional.empty();
    }

    private static boolean follows(List<Map.Entry<LocalDate, Double>> days, int i) {
        return days.get(i).getKey().equals(days.get(i - 1).getKey().plusDays(1));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
