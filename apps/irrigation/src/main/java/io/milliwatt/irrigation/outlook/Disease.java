package io.milliwatt.irrigation.outlook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Diseases whose weather is known, and the crops of the table that they harm. */
public enum Disease {
    LATE_BLIGHT("Hutton", Set.of("potato", "tomato")),
    APPLE_SCAB("Mills, revised", Set.of("apple")),
    POWDERY_MILDEW("Gubler and Thomas", Set.of("grape-wine", "grape-table")),
    DOWNY_MILDEW("3-10", Set.of("grape-wine", "grape-table")),
    FIRE_BLIGHT("MARYBLYT's conditions", Set.of("apple", "pear"));

    private final String model;
    private final Set<String> crops;

    Disease(String model, Set<String> crops) {
        this.model = model;
        this.crops = crops;
    }

    public static List<Disease> of(String cropName) {
        return Arrays.stream(values())
                .filter(disease -> disease.crops.contains(cropName))
                .toList();
    }

    /** The rule by which its risk is told. */
    public String model() {
        return model;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Disease fromLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
