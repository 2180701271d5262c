package io.milliwatt.training.soil.forecast;

import io.milliwatt.training.soil.evaluation.Figure;
import io.milliwatt.training.soil.evaluation.ReportTable;
import java.util.List;
import java.util.Map;

/**
 * All figures of a training of the soil forecast; what card.md, card.html and evaluation.json say.
 *
 * @param statement what this is and is not
 * @param figures of the node on stations left out, with the bars that they are held to
 * @param tables the same by depth, and beside it what it is compared with
 * @param foldOfStation which stations were left out together, folds from 1 on
 */
record ForecastReport(
        int format,
        String domain,
        String statement,
        Origin origin,
        Needs needs,
        List<Figure> figures,
        List<ReportTable> tables,
        List<String> how,
        List<String> tried,
        List<String> limits,
        Map<String, Integer> foldOfStation) {

    static final int FORMAT = 1;

    ForecastReport {
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
        how = List.copyOf(how);
        tried = List.copyOf(tried);
        limits = List.copyOf(limits);
    }

    /** @param bundleSha256 of model.mwm */
    record Origin(String dataSet, String licence, long seed, int examples, String recipeDigest, String bundleSha256) {}

    record Needs(int bundleBytes, long ramBytes, long scratchBytes, int weights, int operations) {}
}
