package io.milliwatt.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What {@code train} and {@code evaluate} can do, and how differently. */
enum JudgedDomain {
    /** Candidates are cross-validated anew, and the released bundle is judged on the recordings it has seen. */
    VIBRATION,
    /** The released bundle is judged as it is, on whatever records are given. */
    ECG,
    /** Released models and rules are judged as they are, on whatever of their data is given. */
    SOIL;

    static final class ByName implements ITypeConverter<JudgedDomain> {
        @Override
        public JudgedDomain convert(String name) {
            return Arrays.stream(values())
                    .filter(domain -> domain.word().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("There is no domain '" + name
                            + "'; there are: "
                            + Arrays.stream(values()).map(JudgedDomain::word).collect(Collectors.joining(", ")) + "."));
        }
    }

    /** As commands name it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
