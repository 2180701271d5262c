package io.milliwatt.workbench.agronomy.vector;

import io.milliwatt.datasets.reader.FileContent;
import io.milliwatt.datasets.recording.RecordingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a file of worked values. A row that lacks columns is kept, for its reason to be told. */
public record VectorFile(List<VectorRow> rows) {

    private static final List<String> NEEDED = List.of("method", "inputs_json", "output", "expected", "tolerance");

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setIgnoreEmptyLines(true)
            .setLenientEof(true)
            .setTrailingData(true)
            .setTrim(true)
            .get();

    public static VectorFile read(Path file) throws RecordingException {
        byte[] content = FileContent.bytes(file);
        List<VectorRow> rows = new ArrayList<>();
        try (Reader in = new InputStreamReader(new ByteArrayInputStream(withoutMark(content)), StandardCharsets.UTF_8);
                CSVParser parser = FORMAT.parse(in)) {
            for (String column : NEEDED) {
                if (!parser.getHeaderMap().containsKey(column)) {
                    throw new RecordingException(
                            FileContent.name(file),
                            "has no column " + column,
                            "Its first line names the columns: id, method, inputs_json, output, expected, unit, tolerance, source, note.");
                }
            }
            for (CSVRecord row : parser) {
                rows.add(row(row));
            }
        } catch (RecordingException e) {
            throw e;
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw new RecordingException(
                    FileContent.name(file),
                    "is no table of worked values (" + e.getMessage() + ")",
                    "Save it as comma-separated text in UTF-8 with a line of column names.",
                    e);
        }
        return new VectorFile(List.copyOf(rows));
    }

    private static VectorRow row(CSVRecord row) {
        String id = field(row, "id");
        return new VectorRow(
                id.isEmpty() ? "row " + row.getRecordNumber() : id,
                field(row, "method"),
                field(row, "inputs_json"),
                field(row, "output"),
                field(row, "expected"),
                field(row, "tolerance"),
                field(row, "source"));
    }

    private static String field(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column) : "";
    }

    /** Spreadsheets write a byte order mark, which would become part of the first column's name. */
    private static byte[] withoutMark(byte[] content) {
        boolean marked = content.length >= 3
                && (content[0] & 0xFF) == 0xEF
                && (content[1] & 0xFF) == 0xBB
                && (content[2] & 0xFF) == 0xBF;
        return marked ? Arrays.copyOfRange(content, 3, content.length) : content;
    }
}
