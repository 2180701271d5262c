package io.milliwatt.datasets.reader;

import io.milliwatt.datasets.recording.Channel;
import io.milliwatt.datasets.recording.Recording;
import io.milliwatt.datasets.recording.RecordingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/** Turns MATLAB variables into channels and scalars, however deep they lie in structures and cells. */
final class MatlabVariables {
    /** A matrix of more columns (and rows) than this is a picture or a table, not channels of a sensor. */
    private static final int MAX_COLUMNS = 256;

    private static final int MAX_DEPTH = 8;
    private static final Pattern SPEED = Pattern.compile("(?i)(?:.*\\.)?X?(\\d*)_?RPM");
    private static final Pattern FILE_NUMBER = Pattern.compile("(\\d+)");

    private final List<Channel> channels = new ArrayList<>();
    private final Map<String, Double> scalars = new TreeMap<>();
    private final Set<String> names = new HashSet<>();

    private MatlabVariables() {}

    static Recording collect(String file, MatFile content) throws RecordingException {
        MatlabVariables variables = new MatlabVariables();
        for (MatFile.Entry entry : content.getEntries()) {
            variables.add(entry.getName(), entry.getValue(), 0);
        }
        if (variables.channels.isEmpty()) {
            throw new RecordingException(
                    file, "holds no series of numbers", "Name a file with at least one vector of samples.");
        }
        return new Recording(
                file, variables.channels, OptionalDouble.empty(), variables.shaftSpeedRpm(file), variables.scalars);
    }

    private void add(String name, Array value, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        switch (value) {
            case Matrix matrix -> addMatrix(name, matrix);
            case Struct struct -> {
                for (int i = 0; i < struct.getNumElements(); i++) {
                    String element = struct.getNumElements() == 1 ? name : name + "[" + (i + 1) + "]";
                    for (String field : struct.getFieldNames()) {
                        add(element + "." + field, struct.get(field, i), depth + 1);
                    }
                }
            }
            case Cell cell -> {
                for (int i = 0; i < cell.getNumElements(); i++) {
                    add(name + "[" + (i + 1) + "]", cell.get(i), depth + 1);
                }
            }
            default -> {
                // Text, functions and sparse matrices are no samples.
            }
        }
    }

    private void addMatrix(String name, Matrix matrix) {
        int rows = matrix.getNumRows();
        int columns = matrix.getNumCols();
        if (matrix.getNumDimensions() > 2 || rows == 0 || columns == 0) {
            return;
        }
        if (rows == 1 && columns == 1) {
            scalars.put(name, matrix.getDouble(0));
            return;
        }
        boolean channelPerColumn = rows >= columns;
        int count = Math.min(rows, columns);
        int length = Math.max(rows, columns);
        if (count > MAX_COLUMNS) {
            return;
        }
        for (int c = 0; c < count; c++) {
            double[] samples = new double[length];
            for (int i = 0; i < length; i++) {
                // Element (row, column) stands at row + column x rows.
                samples[i] = matrix.getDouble(channelPerColumn ? i + c * rows : c + i * rows);
            }
            String channel = count == 1 ? name : name + "[" + (c + 1) + "]";
            if (names.add(channel)) {
                channels.add(Channel.owning(channel, samples));
            }
        }
    }

    /**
     * The speed variable of the file's own number, since some files also carry variables of another recording (99.mat of CWRU holds
     * X098…); with one speed variable only, that one.
     */
    private OptionalDouble shaftSpeedRpm(String file) {
        Matcher fileNumber = FILE_NUMBER.matcher(file);
        int number = fileNumber.find() ? parse(fileNumber.group(1)) : -1;
        List<Double> speeds = new ArrayList<>();
        for (Map.Entry<String, Double> scalar : scalars.entrySet()) {
            Matcher speed = SPEED.matcher(scalar.getKey());
            if (speed.matches()) {
                if (number >= 0 && parse(speed.group(1)) == number) {
                    return OptionalDouble.of(scalar.getValue());
                }
                speeds.add(scalar.getValue());
            }
        }
        return speeds.size() == 1 ? OptionalDouble.of(speeds.getFirst()) : OptionalDouble.empty();
    }

    private static int parse(String digits) {
        return digits.isEmpty() || digits.length() > 9 ? -2 : Integer.parseInt(digits);
    }
}
