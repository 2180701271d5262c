package io.milliwatt.training.soil.evaluation;

import java.util.List;

/** Every row has as many cells as the header. */
public record ReportTable(String title, List<String> header, List<List<String>> rows) {
    public ReportTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(
                        "A row of '" + title + "' has " + row.size() + " cells under " + header.size() + " headings");
            }
        }
    }
}
