package io.milliwatt.training.document;

import java.util.Locale;

/** Builds a drawing; coordinates are pixels from the upper left. */
public final class Svg {
    private final StringBuilder body = new StringBuilder();
    private final int width;
    private final int height;
    private final String title;

    /** @param title read out in place of the drawing */
    public Svg(int width, int height, String title) {
        this.width = width;
        this.height = height;
        this.title = title;
    }

    public Svg rectangle(double x, double y, double w, double h, String fill) {
        return add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>", x, y, w, h, fill);
    }

    public Svg line(double x1, double y1, double x2, double y2, String stroke, String dash) {
        return add(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-dasharray=\"%s\"/>",
                x1, y1, x2, y2, stroke, dash);
    }

    /** @param anchor start, middle or end */
    public Svg text(double x, double y, String anchor, String fill, String text) {
        return add(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
                x, y, anchor, fill, HtmlDocument.escaped(text));
    }

    /** A mark that differs by shape as well as by colour: 0 circle, 1 square, 2 triangle. */
    public Svg mark(int shape, double x, double y, String fill) {
        return switch (shape % 3) {
            case 0 -> add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.2\" fill=\"%s\" fill-opacity=\".6\"/>", x, y, fill);
            case 1 ->
                add(
                        "<rect x=\"%.1f\" y=\"%.1f\" width=\"5.6\" height=\"5.6\" fill=\"%s\" fill-opacity=\".6\"/>",
                        x - 2.8, y - 2.8, fill);
            default -> add("<path d=\"M%.1f %.1fl3.6 6.2h-7.2z\" fill=\"%s\" fill-opacity=\".6\"/>", x, y - 3.6, fill);
        };
    }

    @SuppressWarnings("AnnotateFormatMethod") // Error Prone's annotation would be a dependency for this alone
    private Svg add(String format, Object... values) {
        body.append(String.format(Locale.ROOT, format, values)).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 "
                + width + " " + height
                + "\" role=\"img\" font-family=\"system-ui,sans-serif\" font-size=\"12\">\n<title>"
                + HtmlDocument.escaped(title) + "</title>\n" + body + "</svg>";
    }
}
