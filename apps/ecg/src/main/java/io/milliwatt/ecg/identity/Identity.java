package io.milliwatt.ecg.identity;

import java.time.LocalDate;
import java.util.Optional;

/** Who is behind a pseudonym. */
public record Identity(String patient, String name, Optional<LocalDate> birthDate, Optional<String> hospitalNumber) {

    private static final int LONGEST = 200;

    public Identity {
        if (name.isBlank() || name.length() > LONGEST) {
            throw new IllegalArgumentException("The name must have 1 to " + LONGEST + " characters.");
        }
        hospitalNumber.ifPresent(number -> {
            if (number.length() > LONGEST) {
                throw new IllegalArgumentException("The hospital number must have at most " + LONGEST + " characters.");
            }
        });
    }

    /** Without the name, so that no log ever holds one. */
    @Override
    public String toString() {
        return "Identity[" + patient + "]";
    }
}
