package io.milliwatt.training.soil.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * What a section found.
 *
 * @param absence why nothing was judged; empty where it was
 * @param remarks sentences without which the figures would mislead
 */
public record SectionReport(
        String name,
        String title,
        Optional<String> absence,
        List<Figure> figures,
        List<ReportTable> tables,
        List<String> remarks) {

    public SectionReport {
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
        remarks = List.copyOf(remarks);
    }

    public static SectionReport judged(
            String name, String title, List<Figure> figures, List<ReportTable> tables, List<String> remarks) {
        return new SectionReport(name, title, Optional.empty(), figures, tables, remarks);
    }

    /** @param why a sentence without its full stop that names what was looked for */
    public static SectionReport absent(String name, String title, String why) {
        return new SectionReport(name, title, Optional.of(why), List.of(), List.of(), List.of());
    }
}
