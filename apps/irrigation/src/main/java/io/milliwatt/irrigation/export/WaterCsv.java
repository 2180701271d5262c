package io.milliwatt.irrigation.export;

import io.milliwatt.irrigation.export.WaterSheet.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Water used as a table with units in its head; numbers with a point, what is not known empty. */
public final class WaterCsv {

    private WaterCsv() {}

    public static byte[] of(WaterSheet sheet) {
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(
                        sheet.by(),
                        "from",
                        "to",
                        "water [m3]",
                        "water [mm]",
                        "waterings",
                        "metered share",
                        "cost [" + sheet.currency() + "]",
                        "energy [kWh]",
                        "of allocation [%]")
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (Line line : sheet.lines()) {
                print(printer, sheet, line);
            }
            print(printer, sheet, sheet.total());
        } catch (IOException failure) {
            throw new UncheckedIOException("The table of water used could not be written.", failure);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void print(CSVPrinter printer, WaterSheet sheet, Line line) throws IOException {
        printer.printRecord(
                line.name(),
                sheet.from(),
                sheet.to(),
                number(line.cubicMetres()),
                optional(line.millimetres()),
                line.waterings(),
                number(line.meteredShare()),
                number(line.cost()),
                optional(line.energyKilowattHours()),
                optional(line.percentOfAllocation()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String optional(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "";
    }
}
