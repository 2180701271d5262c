package io.milliwatt.training.export;

import io.milliwatt.runtime.bundle.RecipeSection;
import java.util.HexFormat;
import java.util.List;

/**
 * The feature recipe as the pipeline needs it.
 *
 * @param section the bytes that a bundle carries
 * @param outputs its values, in order
 * @param ramBytes state that a node keeps between calls
 */
public record NodeRecipe(int id, int version, RecipeSection section, List<Output> outputs, long ramBytes) {
    public NodeRecipe {
        outputs = List.copyOf(outputs);
    }

    /** @param divisor integer value / divisor is the quantity in its unit */
    public record Output(String name, String unit, int divisor) {}

    public String digest() {
        return HexFormat.of().formatHex(section.digest());
    }

    /** Position of the value of that name. */
    public int indexOf(String name) {
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("recipe " + id + " gives no value named '" + name + "'; it gives "
                + outputs.stream().map(Output::name).toList());
    }
}
