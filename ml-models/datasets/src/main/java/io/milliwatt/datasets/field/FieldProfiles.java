package io.milliwatt.datasets.field;

import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.soil.quantity.WaterContent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of measured soil water (.sws): a date, the depths of the readings, and the contents there, by neutron probe or sampling. */
public final class FieldProfiles {
    private static final int DEPTHS = 1;
    private static final int FIRST_DEPTH = 2;

    private FieldProfiles() {}

    public static List<FieldProfile> read(Path file) throws RecordingException {
        FieldText text = FieldText.read(file);
        List<FieldProfile> profiles = new ArrayList<>();
        for (FieldText.Line line : text.dated()) {
            int depths = (int) text.number(line, DEPTHS);
            List<WaterContent> contents = new ArrayList<>(depths);
            try {
                for (int i = 0; i < depths; i++) {
                    contents.add(WaterContent.ofFraction(text.number(line, FIRST_DEPTH + depths + i)));
                }
            } catch (IllegalArgumentException e) {
                throw text.damaged(line, e.getMessage());
            }
            int after = FIRST_DEPTH + 2 * depths;
            profiles.add(new FieldProfile(
                    text.date(line), contents, text.optional(line, after), text.optional(line, after + 1)));
        }
        return List.copyOf(profiles);
    }
}
