package io.milliwatt.irrigation.export;

import io.milliwatt.irrigation.export.WaterSheet.Line;
import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.FontFactory;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** Water used as a printed sheet of A4 on its side; the table's head repeats on every page. */
public final class WaterPdf {

    private static final Font TITLE = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 16);
    private static final Font HEAD = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 9);
    private static final Font TEXT = FontFactory.getFont(FontFactory.HELVETICA, 9);
    private static final Font TOTAL = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 9);
    private static final float[] WIDTHS = {3, 1.4f, 1.2f, 1.2f, 1.2f, 1.4f, 1.4f, 1.4f};
    private static final DateTimeFormatter MADE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private WaterPdf() {}

    public static byte[] of(WaterSheet sheet) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4.rotate(), 40, 40, 40, 40);
        PdfWriter.getInstance(document, out);
        document.addTitle("Water used, " + sheet.farm());
        document.addCreator("Milliwatt irrigation");
        document.open();
        document.add(new Paragraph("Water used – " + sheet.farm(), TITLE));
        document.add(new Paragraph(
                "From " + sheet.from() + " to " + sheet.to() + ", by " + sheet.by() + ". Made "
                        + MADE.format(sheet.madeAt().atZone(ZoneId.of(sheet.timeZone()))) + " (" + sheet.timeZone()
                        + ").",
                TEXT));
        document.add(table(sheet));
        document.add(new Paragraph(
                "Water is what was let in at the valve. What no meter counted is reckoned from how long the valve was open and its nominal flow;"
                        + " the metered share tells how much was counted. Cost is water and the pump's current.",
                TEXT));
        document.close();
        return out.toByteArray();
    }

    private static PdfPTable table(WaterSheet sheet) {
        PdfPTable table = new PdfPTable(WIDTHS);
        table.setWidthPercentage(100);
        table.setSpacingBefore(12);
        table.setSpacingAfter(12);
        table.setHeaderRows(1);
        List<String> heads = List.of(
                sheet.by().substring(0, 1).toUpperCase(Locale.ROOT) + sheet.by().substring(1),
                "m³",
                "mm",
                "Waterings",
                "Metered %",
                "Cost " + sheet.currency(),
                "Energy kWh",
                "Allocation %");
        heads.forEach(head -> table.addCell(cell(head, HEAD, !head.equals(heads.getFirst()))));
        sheet.lines().forEach(line -> add(table, line, TEXT));
        add(table, sheet.total(), TOTAL);
        return table;
    }

    private static void add(PdfPTable table, Line line, Font font) {
        table.addCell(cell(line.name(), font, false));
        table.addCell(cell(number(line.cubicMetres()), font, true));
        table.addCell(cell(optional(line.millimetres()), font, true));
        table.addCell(cell(Integer.toString(line.waterings()), font, true));
        table.addCell(cell(number(100 * line.meteredShare()), font, true));
        table.addCell(cell(String.format(Locale.ROOT, "%.2f", line.cost()), font, true));
        table.addCell(cell(optional(line.energyKilowattHours()), font, true));
        table.addCell(cell(optional(line.percentOfAllocation()), font, true));
    }

    private static PdfPCell cell(String text, Font font, boolean right) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setHorizontalAlignment(right ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        cell.setPadding(4);
        return cell;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String optional(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "–";
    }
}
