package io.milliwatt.training.document;

import java.util.List;
import java.util.Locale;

/** Writes a table for a terminal: columns as wide as their widest cell. */
public final class TextTable {
    private TextTable() {}

    /** Ends with a line break. */
    public static String of(Block.Table table) {
        int columns = table.header().size();
        int[] widths = new int[columns];
        for (int c = 0; c < columns; c++) {
            int column = c;
            widths[c] = Math.max(
                    table.header().get(c).length(),
                    table.rows().stream()
                            .mapToInt(row -> row.get(column).length())
                            .max()
                            .orElse(0));
        }
        StringBuilder out = new StringBuilder();
        row(out, table.header(), widths);
        table.rows().forEach(cells -> row(out, cells, widths));
        return out.toString();
    }

    private static void row(StringBuilder out, List<String> cells, int[] widths) {
        out.append(' ');
        for (int c = 0; c < cells.size(); c++) {
            out.append(' ')
                    .append(String.format(Locale.ROOT, "%-" + widths[c] + "s", cells.get(c)))
                    .append(' ');
        }
        out.setLength(out.toString().stripTrailing().length());
        out.append('\n');
    }
}
