package io.milliwatt.irrigation.outlook;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.reason.Setting;
import io.milliwatt.irrigation.reason.UnfitException;
import java.time.LocalDate;

/**
 * A treatment.
 *
 * @param residualDays for which its label promises protection without heavy rain
 */
public record Spray(LocalDate on, String product, Disease target, int residualDays) {

    public Spray {
        if (product.isBlank() || product.length() > 200) {
            throw new UnfitException(
                    Reason.of(ReasonCode.NAME_UNFIT).with("thing", "product").with("most", 200));
        }
        Setting.PROTECTION_IN_DAYS.require(residualDays, 0, 60);
    }
}
