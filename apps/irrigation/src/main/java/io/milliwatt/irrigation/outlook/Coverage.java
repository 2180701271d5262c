package io.milliwatt.irrigation.outlook;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a crop is protected by what was sprayed.
 *
 * @param lastSpray empty where none is recorded
 * @param coveredUntil the last covered day; empty without a spray
 */
public record Coverage(boolean covered, Optional<Spray> lastSpray, Optional<LocalDate> coveredUntil, Reason reason) {

    /** Rain halves what is left of a protectant from 25 mm, and takes it off from 50 mm (Schilder 2010, Michigan State University Extension). */
    private static final double HALVING_MILLIMETRES = 25;

    private static final double WASHING_MILLIMETRES = 50;

    /** @param rainByDay mm, of the days since the spray */
    public static Coverage of(
            Disease disease, Collection<Spray> sprays, Map<LocalDate, Double> rainByDay, LocalDate today) {
        Optional<Spray> last = sprays.stream()
                .filter(spray -> spray.target() == disease && !spray.on().isAfter(today))
                .max(Comparator.comparing(Spray::on));
        return last.map(spray -> of(spray, rainByDay, today))
                .orElseGet(() -> new Coverage(
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Reason.of(ReasonCode.NO_SPRAY).with("disease", disease.label())));
    }

    private static Coverage of(Spray spray, Map<LocalDate, Double> rainByDay, LocalDate today) {
        double rain = 0;
        int residual = spray.residualDays();
        for (LocalDate date = spray.on(); !date.isAfter(today); date = date.plusDays(1)) {
            rain += rainByDay.getOrDefault(date, 0.0);
            if (rain >= WASHING_MILLIMETRES) {
                return new Coverage(
                        false,
                        Optional.of(spray),
                        Optional.of(date),
                        told(spray, ReasonCode.SPRAY_WASHED_OFF).with("millimetres", rain));
            }
            if (rain >= HALVING_MILLIMETRES) {
                residual = spray.residualDays() / 2;
            }
        }
        LocalDate until = spray.on().plusDays(residual);
        boolean covered = !today.isAfter(until);
        return new Coverage(
                covered,
                Optional.of(spray),
                Optional.of(until),
                told(spray, covered ? ReasonCode.SPRAY_COVERS : ReasonCode.SPRAY_OVER)
                        .with("until", until.toString()));
    }

    private static Reason told(Spray spray, ReasonCode code) {
        return Reason.of(code)
                .with("product", spray.product())
                .with("on", spray.on().toString());
    }
}
