package io.milliwatt.training.document;

import java.util.List;

/** Writes blocks as one HTML page that needs nothing from elsewhere: style and drawings stand in it. */
public final class HtmlDocument {
    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;background:#fff}
            h1{font-size:1.7rem}h2{font-size:1.25rem;margin-top:2.2rem;border-bottom:1px solid #d0d7de}
            table{border-collapse:collapse;margin:1rem 0;font-size:.9rem;font-variant-numeric:tabular-nums}
            th,td{padding:.3rem .6rem;border:1px solid #d0d7de;text-align:right}
            th:first-child,td:first-child{text-align:left}th{background:#f3f5f7}
            .wide{overflow-x:auto}figure{margin:1.2rem 0}figcaption{color:#57606a;font-size:.9rem}svg{max-width:100%;height:auto}
            @media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}th{background:#161b22}
            th,td,h2{border-color:#30363d}figcaption{color:#9aa4af}svg{background:#fff}}
            @media print{body{max-width:none;margin:0;font-size:10pt;color:#000;background:#fff}.wide{overflow:visible}
            table{font-size:7.5pt}th,td{padding:.1rem .25rem}tr,figure{break-inside:avoid}h2{break-after:avoid}}
            """;

    private HtmlDocument() {}

    public static String of(String title, List<Block> blocks) {
        StringBuilder out = new StringBuilder();
        out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n");
        for (Block block : blocks) {
            switch (block) {
                case Block.Heading heading -> out.append(element("h" + heading.level(), escaped(heading.text())));
                case Block.Paragraph paragraph -> out.append(element("p", escaped(paragraph.text())));
                case Block.Bullets bullets -> {
                    out.append("<ul>\n");
                    bullets.items().forEach(item -> out.append(element("li", escaped(item))));
                    out.append("</ul>\n");
                }
                case Block.Table table -> append(out, table);
                case Block.Plot plot ->
                    out.append("<figure>\n")
                            .append(plot.svg())
                            .append("\n")
                            .append(element("figcaption", escaped(plot.caption())))
                            .append("</figure>\n");
            }
        }
        return out.append("</body>\n</html>\n").toString();
    }

    private static void append(StringBuilder out, Block.Table table) {
        out.append("<div class=\"wide\">\n<table>\n<thead>")
                .append(row("th", table.header()))
                .append("</thead>\n<tbody>\n");
        table.rows().forEach(cells -> out.append(row("td", cells)));
        out.append("</tbody>\n</table>\n</div>\n");
    }

    private static String row(String cell, List<String> cells) {
        StringBuilder out = new StringBuilder("<tr>");
        cells.forEach(text -> out.append('<')
                .append(cell)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(cell)
                .append('>'));
        return out.append("</tr>\n").toString();
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">\n";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
