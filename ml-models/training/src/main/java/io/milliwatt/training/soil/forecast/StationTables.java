package io.milliwatt.training.soil.forecast;

import io.milliwatt.datasets.network.StationDays;
import io.milliwatt.datasets.network.UscrnDaily;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.training.soil.evaluation.SoilFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The climate network's daily tables in a folder or right below it, whatever they are called. */
final class StationTables {

    private StationTables() {}

    /** Empty where there is none. */
    static List<StationDays> in(SoilFolders folders) throws RecordingException {
        List<StationDays> stations = new ArrayList<>();
        for (Path file : folders.files(name -> name.endsWith(".csv") || name.endsWith(".csv.gz"))) {
            if (UscrnDaily.isOne(file)) {
                stations.addAll(UscrnDaily.read(file));
            }
        }
        return stations;
    }
}
