package io.milliwatt.datasets.reader;

import io.milliwatt.datasets.recording.Channel;
import io.milliwatt.datasets.recording.Recording;
import io.milliwatt.datasets.recording.RecordingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Collects rows of text fields: leading rows of words name the columns, the first row of numbers fixes which columns are channels. */
final class TextTable {
    private static final int MAX_LEADING_ROWS = 200;

    private final String file;
    private final boolean commaMayBeDecimal;
    private final List<List<String>> leadingRows = new ArrayList<>();
    private List<Column> columns = List.of();
    private int fieldCount;
    private int rowCount;

    /** One column of numbers while it grows. */
    private static final class Column {
        private final int field;
        private final String name;
        private double[] samples = new double[1024];
        private boolean anyNumber;

        Column(int field, String name) {
            this.field = field;
            this.name = name;
        }

        void set(int row, double sample) {
            if (row == samples.length) {
                samples = Arrays.copyOf(samples, Math.multiplyExact(samples.length, 2));
            }
            samples[row] = sample;
            anyNumber |= !Double.isNaN(sample);
        }
    }

    TextTable(String file, boolean commaMayBeDecimal) {
        this.file = file;
        this.commaMayBeDecimal = commaMayBeDecimal;
    }

    void add(List<String> fields, long line) throws RecordingException {
        if (columns.isEmpty()) {
            if (!holdsSamples(fields)) {
                keepLeadingRow(fields, line);
                return;
            }
            begin(fields);
        }
        if (fields.size() != fieldCount) {
            throw new RecordingException(
                    file,
                    "has " + fields.size() + " fields in line " + line + " where " + fieldCount + " are expected",
                    "The file may be cut short there; correct that line or copy the file again.");
        }
        for (Column column : columns) {
            String field = fields.get(column.field);
            OptionalDouble sample = NumberField.parse(field, commaMayBeDecimal);
            if (sample.isEmpty()) {
                throw new RecordingException(
                        file,
                        "has '" + shortened(field) + "' in line " + line + ", column " + (column.field + 1)
                                + ", where a number is expected",
                        "Correct that line, or write NaN for a missing sample.");
            }
            column.set(rowCount, sample.getAsDouble());
        }
        rowCount++;
    }

    Recording recording() throws RecordingException {
        if (rowCount == 0) {
            throw new RecordingException(
                    file, "holds no row of numbers", "Name a text file with one row per sample, or another format.");
        }
        List<Channel> channels = new ArrayList<>();
        for (Column column : columns) {
            // A delimiter at the end of every line makes a column without any number; it is no channel.
            if (column.anyNumber) {
                channels.add(Channel.owning(column.name, Arrays.copyOf(column.samples, rowCount)));
            }
        }
        if (channels.isEmpty()) {
            throw new RecordingException(file, "holds only missing samples", "Name a file with samples.");
        }
        return Recording.ofChannels(file, channels);
    }

    private boolean holdsSamples(List<String> fields) {
        int numbers = 0;
        int words = 0;
        for (String field : fields) {
            OptionalDouble parsed = NumberField.parse(field, commaMayBeDecimal);
            if (parsed.isEmpty()) {
                words++;
            } else if (!field.isEmpty()) {
                numbers++;
            }
        }
        return numbers > 0 && numbers >= words;
    }

    private void keepLeadingRow(List<String> fields, long line) throws RecordingException {
        if (leadingRows.size() == MAX_LEADING_ROWS) {
            throw new RecordingException(
                    file,
                    "has no row of numbers up to line " + line,
                    "Name a text file with one row per sample, or another format.");
        }
        leadingRows.add(fields);
    }

    private void begin(List<String> first) {
        fieldCount = first.size();
        List<String> names = header();
        columns = new ArrayList<>();
        for (int field = 0; field < fieldCount; field++) {
            if (NumberField.parse(first.get(field), commaMayBeDecimal).isPresent()) {
                columns.add(new Column(field, names.get(field)));
            }
        }
        leadingRows.clear();
    }

    /** The first leading row of as many fields as the samples have; a row of units after it has no say. */
    private List<String> header() {
        List<String> names = new ArrayList<>();
        for (List<String> row : leadingRows) {
            if (names.isEmpty() && row.size() == fieldCount) {
                names.addAll(row);
            }
        }
        List<String> unique = new ArrayList<>();
        for (int field = 0; field < fieldCount; field++) {
            String name = names.isEmpty() || names.get(field).isBlank() ? "channel " + (field + 1) : names.get(field);
            unique.add(unique.contains(name) ? name + " (" + (field + 1) + ")" : name);
        }
        return unique;
    }

    private static String shortened(String field) {
        return field.length() <= 40 ? field : field.substring(0, 40) + "…";
    }
}
