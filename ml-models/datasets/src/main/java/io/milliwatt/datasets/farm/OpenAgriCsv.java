package io.milliwatt.datasets.farm;

import io.milliwatt.datasets.recording.RecordingException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/**
 * A probe's hours as OpenAgri's irrigation service keeps them: Date, Soil Moisture Dcm (%), Rain, Temperature (oC), Humidity (%). Its rain may be a counter
 * that only grows; whoever takes the rows in must look.
 */
final class OpenAgriCsv {
    private static final Pattern MOISTURE = Pattern.compile("soil moisture (\\d+)cm.*");

    private OpenAgriCsv() {}

    static FarmFile read(String name, String text) throws RecordingException {
        CsvRows table = CsvRows.read(name, text);
        int date = table.columns().indexOf("date");
        if (date < 0) {
            throw new FarmFileException(FarmFileException.Fault.COLUMN_MISSING, name, List.of("Date"));
        }
        RowCollector rows = new RowCollector();
        for (CSVRecord row : table.records()) {
            rows.add(table.line(row), draft -> {
                for (int i = 0; i < table.columns().size(); i++) {
                    column(table.columns().get(i), row.get(i), draft);
                }
                return Times.read(row.get(date));
            });
        }
        return FarmFile.of(FarmFileKind.OPENAGRI, false, rows);
    }

    private static void column(String name, String field, RowCollector.Draft draft) {
        Matcher moisture = MOISTURE.matcher(name);
        if (moisture.matches()) {
            draft.moisture(10 * Integer.parseInt(moisture.group(1)), field, 1);
        } else if (name.startsWith("rain")) {
            draft.put(FarmQuantity.RAIN, field);
        } else if (name.startsWith("temperature")) {
            draft.put(FarmQuantity.AIR, field);
        } else if (name.startsWith("humidity")) {
            draft.put(FarmQuantity.HUMIDITY, field);
        }
    }
}
