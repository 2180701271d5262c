package io.milliwatt.runtime.soil;

import java.util.List;

/**
 * Where a node stands.
 *
 * @param depths 1 … 8 (a node takes 4), each deeper than the one before
 * @param latitudeCentidegrees north positive, −9,000 … 9,000
 * @param utcOffsetMinutes of the standard time by which its days end, −900 … 900
 * @param rootMillimetres depth down to which water counts, 1 … 32,767
 */
public record SoilSettings(
        List<SoilDepth> depths, int latitudeCentidegrees, int utcOffsetMinutes, int rootMillimetres) {

    public static final int MOST_DEPTHS = 8;

    public SoilSettings {
        depths = List.copyOf(depths);
        require(!depths.isEmpty() && depths.size() <= MOST_DEPTHS, "A node has 1 to 8 depths, not", depths.size());
        for (int i = 1; i < depths.size(); i++) {
            require(
                    depths.get(i).millimetres() > depths.get(i - 1).millimetres(),
                    "Depths go downwards; correct the one of mm",
                    depths.get(i).millimetres());
        }
        require(Math.abs(latitudeCentidegrees) <= 9_000, "A latitude is −9000 to 9000, not", latitudeCentidegrees);
        require(Math.abs(utcOffsetMinutes) <= 900, "An offset of time is −900 to 900 minutes, not", utcOffsetMinutes);
        require(
                rootMillimetres >= 1 && rootMillimetres <= Short.MAX_VALUE,
                "A root depth is 1 to 32767 mm, not",
                rootMillimetres);
    }

    private static void require(boolean holds, String rule, int value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + " " + value + ".");
        }
    }

    /**
     * Millimetres of soil that a depth stands for: from half way up to the next depth to half way down, the uppermost from the surface, the
     * lowest to the roots' end.
     */
    public int thickness(int index) {
        int top = index == 0 ? 0 : middle(index - 1);
        int bottom = index == depths.size() - 1 ? rootMillimetres : middle(index);
        return Math.max(0, Math.min(bottom, rootMillimetres) - top);
    }

    private int middle(int index) {
        return (depths.get(index).millimetres() + depths.get(index + 1).millimetres()) / 2;
    }
}
