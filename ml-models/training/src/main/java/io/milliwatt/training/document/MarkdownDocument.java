package io.milliwatt.training.document;

import java.util.List;

/** Writes blocks as GitHub-flavoured Markdown. */
public final class MarkdownDocument {
    private MarkdownDocument() {}

    public static String of(List<Block> blocks) {
        StringBuilder out = new StringBuilder();
        for (Block block : blocks) {
            switch (block) {
                case Block.Heading heading ->
                    out.append("#".repeat(heading.level())).append(' ').append(heading.text());
                case Block.Paragraph paragraph -> out.append(paragraph.text());
                case Block.Bullets bullets ->
                    out.append(String.join(
                            "\n",
                            bullets.items().stream().map(item -> "- " + item).toList()));
                case Block.Table table -> append(out, table);
                case Block.Plot plot ->
                    out.append("*Plot in card.html: ").append(plot.caption()).append("*");
            }
            out.append("\n\n");
        }
        return out.toString().stripTrailing() + "\n";
    }

    private static void append(StringBuilder out, Block.Table table) {
        row(out, table.header());
        out.append("\n|---|").append("---:|".repeat(table.header().size() - 1));
        for (List<String> cells : table.rows()) {
            out.append('\n');
            row(out, cells);
        }
    }

    private static void row(StringBuilder out, List<String> cells) {
        out.append("| ");
        out.append(String.join(
                " | ", cells.stream().map(cell -> cell.replace("|", "\\|")).toList()));
        out.append(" |");
    }
}
