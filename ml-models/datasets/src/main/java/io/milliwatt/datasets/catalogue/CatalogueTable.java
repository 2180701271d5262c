package io.milliwatt.datasets.catalogue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads one of the catalogue's own tables, which lie beside this class as CSV with a header. */
final class CatalogueTable {
    private CatalogueTable() {}

    static <T> List<T> read(String table, Function<CSVRecord, T> row) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader in =
                        new InputStreamReader(CatalogueTable.class.getResourceAsStream(table), StandardCharsets.UTF_8);
                CSVParser rows = format.parse(in)) {
            return rows.stream().map(row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
