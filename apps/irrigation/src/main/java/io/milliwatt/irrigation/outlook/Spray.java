package io.milliwatt.irrigation.outlook;

import java.time.LocalDate;

/**
 * A treatment.
 *
 * @param residualDays for which its label promises protection without heavy rain
 */
public record Spray(LocalDate on, String product, Disease target, int residualDays) {

    public Spray {
        if (product.isBlank() || product.length() > 200) {
            throw new IllegalArgumentException("The product's name must have 1 to 200 characters.");
        }
        if (residualDays < 0 || residualDays > 60) {
            throw new IllegalArgumentException(
                    "The spray protects for " + residualDays + " days; it must be 0 to 60 days.");
        }
    }
}
