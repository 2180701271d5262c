package io.milliwatt.datasets.reader;

import io.milliwatt.datasets.recording.Recording;
import io.milliwatt.datasets.recording.RecordingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Text with one row per sampling instant: with or without header and unit lines, with comment lines beginning with #, % or //,
 * separated by comma, semicolon, tab or spaces, with decimal points or (unless separated by commas) decimal commas. NaN, NA, null, - and
 * an empty field are missing samples. Columns of text, such as time stamps, are left out. The NASA/IMS snapshots are of this kind.
 *
 * @param delimiter empty to detect it
 */
public record DelimitedTextReader(Optional<Delimiter> delimiter) implements RecordingReader {
    private static final int DETECTION_LINES = 50;

    public static DelimitedTextReader withDetectedDelimiter() {
        return new DelimitedTextReader(Optional.empty());
    }

    public static DelimitedTextReader separatedBy(Delimiter delimiter) {
        return new DelimitedTextReader(Optional.of(delimiter));
    }

    @Override
    public Recording read(Path file) throws RecordingException {
        String name = FileContent.name(file);
        Delimiter chosen = delimiter.isPresent() ? delimiter.get() : detect(file);
        TextTable table = new TextTable(name, chosen != Delimiter.COMMA);
        long line = 0;
        try (BufferedReader text = open(file);
                CSVParser rows = chosen.format().parse(text)) {
            for (CSVRecord row : rows) {
                line = rows.getCurrentLineNumber();
                if (!isComment(row.get(0))) {
                    table.add(fields(row, chosen), line);
                }
            }
        } catch (RecordingException e) {
            throw e;
        } catch (UncheckedIOException e) {
            throw failure(file, line, e.getCause());
        } catch (IOException e) {
            throw failure(file, line, e);
        } catch (IllegalStateException e) {
            throw new RecordingException(
                    name, "has a broken quotation after line " + line, "Correct that line or name another file.", e);
        }
        return table.recording();
    }

    private static RecordingException failure(Path file, long line, IOException cause) {
        if (cause instanceof org.apache.commons.csv.CSVException) {
            return new RecordingException(
                    FileContent.name(file),
                    "has a broken quotation after line " + line,
                    "Correct that line or name another file.",
                    cause);
        }
        return FileContent.failure(file, -1, cause);
    }

    private static Delimiter detect(Path file) throws RecordingException {
        List<String> lines = new ArrayList<>();
        boolean empty = true;
        try (BufferedReader text = open(file)) {
            for (String line = text.readLine();
                    line != null && lines.size() < DETECTION_LINES;
                    line = text.readLine()) {
                empty = false;
                // Header lines may be separated in another way; lines of samples hold digits and hardly a letter.
                if (!line.isBlank() && !isComment(line) && NumberField.looksLikeSamples(line)) {
                    lines.add(line);
                }
            }
        } catch (RecordingException e) {
            throw e;
        } catch (IOException e) {
            throw FileContent.failure(file, -1, e);
        }
        if (empty) {
            throw FileContent.empty(file);
        }
        return Delimiter.detect(lines);
    }

    private static BufferedReader open(Path file) throws RecordingException {
        // Latin-1 never fails on a stray byte in a header; numbers are ASCII in both.
        return new BufferedReader(new InputStreamReader(FileContent.open(file), StandardCharsets.ISO_8859_1), 1 << 16);
    }

    private static boolean isComment(String text) {
        String start = text.strip();
        return start.startsWith("#") || start.startsWith("%") || start.startsWith("//");
    }

    private static List<String> fields(CSVRecord row, Delimiter delimiter) {
        List<String> fields = new ArrayList<>(row.size());
        for (String field : row) {
            if (delimiter != Delimiter.SPACES || !field.isEmpty()) {
                fields.add(field);
            }
        }
        return fields;
    }
}
