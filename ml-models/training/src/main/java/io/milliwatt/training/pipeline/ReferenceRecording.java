package io.milliwatt.training.pipeline;

import java.util.Arrays;
import java.util.List;

/**
 * A recording whose verdicts the report lists.
 *
 * @param group the fold that leaves it out, or a name that no fold has
 * @param truth for people, such as "outer race"
 * @param verdict the right one
 */
public record ReferenceRecording(
        String name, String unit, String group, String truth, int verdict, List<RecipeWindow> windows) {
    public ReferenceRecording {
        windows = List.copyOf(windows);
    }

    /**
     * What the recipe says of one window.
     *
     * @param qualityBits of frame.md, kind 2
     */
    @SuppressWarnings("ArrayRecordComponent") // copied both ways and compared by content
    public record RecipeWindow(int[] values, int qualityBits) {
        public RecipeWindow {
            values = values.clone();
        }

        @Override
        public int[] values() {
            return values.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof RecipeWindow that
                    && Arrays.equals(values, that.values)
                    && qualityBits == that.qualityBits;
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(values) + qualityBits;
        }
    }
}
