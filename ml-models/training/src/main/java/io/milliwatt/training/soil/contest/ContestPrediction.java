package io.milliwatt.training.soil.contest;

import io.milliwatt.datasets.network.WazihubPlots;
import io.milliwatt.datasets.reader.FileContent;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.training.pipeline.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the prediction for listed ids, in their order. */
public final class ContestPrediction {
    private static final String HEADER = "ID,Values";

    private ContestPrediction() {}

    /** Does a file's name look like the contest's training table? */
    static boolean isTable(String name) {
        return name.matches("(?i)train.*5min.*\\.csv(\\.gz)?");
    }

    /** Does a file's name look like the list of points to predict? */
    static boolean isIds(String name) {
        return name.matches("(?i).*test_ids.*\\.csv(\\.gz)?");
    }

    /**
     * @param table the contest's training table
     * @param ids a column of ids such as {@code 2019-03-25 22:50:00 x Soil humidity 1}, with or without a line of column names
     * @param out written as ID,Values
     * @return lines written
     */
    public static int write(Path table, Path ids, Path out, Progress progress) throws IOException {
        WazihubPlots plots = WazihubPlots.read(table);
        List<String> asked = ids(ids);
        Map<String, Double> told = new HashMap<>();
        for (Contest.Asked plot : Contest.asked(plots, asked)) {
            progress.step(
                    "plot " + plot.number(), plot.number() - 1, plots.plots().size());
            if (plot.from() < PlotCourse.STEPS_PER_DAY
                    || plot.to() >= plot.course().humidity().length) {
                throw new RecordingException(
                        ids.toString(),
                        "asks for times of plot " + plot.number() + " that lie outside of the table",
                        "A prediction needs at least a day before the first time, and irrigation up to the last.");
            }
            double[] filled = PlotForecast.fill(
                    plot.course(), plot.othersAt(plot.from()), plot.from(), plot.to(), PlotForecast.Method.BLEND);
            String ending = Contest.PLOT + plot.number();
            for (String id : asked) {
                if (id.endsWith(ending)) {
                    int row = plots.row(id.substring(0, id.length() - ending.length()));
                    told.put(id, filled[row - plot.from()]);
                }
            }
        }
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (String id : asked) {
            if (!told.containsKey(id)) {
                throw new RecordingException(
                        ids.toString(),
                        "asks for '" + id + "'",
                        "The table has the plots 1 to " + plots.plots().size() + ".");
            }
            text.append(String.format(Locale.ROOT, "%s,%.3f%n", id, told.get(id)));
        }
        Files.writeString(out, text);
        return asked.size();
    }

    static List<String> ids(Path file) throws RecordingException {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(FileContent.open(file), StandardCharsets.UTF_8))) {
            List<String> ids = in.lines()
                    .map(line -> line.split(",")[0].trim().replace("\"", ""))
                    .filter(line -> line.contains(Contest.PLOT))
                    .toList();
            if (ids.isEmpty()) {
                throw new RecordingException(
                        file.toString(),
                        "lists no id",
                        "An id looks like '2019-03-25 22:50:00 x Soil humidity 1', one on a line.");
            }
            return ids;
        } catch (RecordingException e) {
            throw e;
        } catch (IOException e) {
            throw FileContent.failure(file, 0, e);
        }
    }
}
