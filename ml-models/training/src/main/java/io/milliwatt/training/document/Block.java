package io.milliwatt.training.document;

import java.util.List;

/** A part of a document that can be written as Markdown and as HTML. */
public sealed interface Block {
    /** @param level 1 for the title, 2 for a section */
    record Heading(int level, String text) implements Block {}

    record Paragraph(String text) implements Block {}

    record Bullets(List<String> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /** Every row has as many cells as the header; columns after the first are numbers and stand on the right. */
    record Table(List<String> header, List<List<String>> rows) implements Block {
        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A drawing, in HTML only.
     *
     * @param caption what is seen, for Markdown and for those who cannot see it
     */
    record Plot(String caption, String svg) implements Block {}
}
