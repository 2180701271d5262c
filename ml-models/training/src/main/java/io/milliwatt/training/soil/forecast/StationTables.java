package io.milliwatt.training.soil.forecast;

import io.milliwatt.datasets.network.StationDays;
import io.milliwatt.datasets.network.UscrnDaily;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.training.soil.evaluation.SoilFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The climate network's daily tables in a folder or right below it, whatever they are called. */
final class StationTables {

    private StationTables() {}

    /** @param file name of the table */
    record Table(String file, List<StationDays> stations) {
        Table {
            stations = List.copyOf(stations);
        }
    }

    /** The one with the most stations first; empty where there is none. */
    static List<Table> in(SoilFolders folders) throws RecordingException {
        List<Table> tables = new ArrayList<>();
        for (Path file : folders.files(name -> name.endsWith(".csv") || name.endsWith(".csv.gz"))) {
            if (UscrnDaily.isOne(file)) {
                tables.add(new Table(file.getFileName().toString(), UscrnDaily.read(file)));
            }
        }
        tables.sort(Comparator.comparingInt((Table each) -> -each.stations.size()));
        return tables;
    }
}
