package io.milliwatt.datasets.farm;

import io.milliwatt.datasets.recording.RecordingException;
import java.util.List;
import java.util.Optional;

/**
 * A farm's file, read.
 *
 * @param daily whether its rows are days
 * @param universal whether its times are UTC; else they are by the farm's clock
 * @param windHeightMetres at which {@link FarmQuantity#WIND} was measured, before it is brought to 2 m
 * @param layers of a soil profile, from the top down
 */
public record FarmFile(
        FarmFileKind kind,
        boolean daily,
        boolean universal,
        double windHeightMetres,
        List<FarmRow> rows,
        List<FarmLayer> layers,
        List<DamagedRow> damaged) {

    public FarmFile {
        rows = List.copyOf(rows);
        layers = List.copyOf(layers);
        damaged = List.copyOf(damaged);
    }

    static FarmFile of(FarmFileKind kind, boolean daily, RowCollector collected) {
        return new FarmFile(kind, daily, false, 2, collected.rows(), List.of(), collected.damaged());
    }

    /**
     * @param name for messages
     * @param kind empty to go by how the file begins
     * @throws RecordingException where the file as a whole cannot be read; a single bad row is kept in {@link #damaged}
     */
    public static FarmFile read(String name, String text, Optional<FarmFileKind> kind) throws RecordingException {
        if (text.isBlank()) {
            throw new FarmFileException(FarmFileException.Fault.EMPTY, name);
        }
        FarmFile file = switch (kind.orElseGet(() -> FarmFileKind.of(text))) {
            case STATION_CSV -> StationCsv.read(name, text);
            case USCRN -> UscrnText.read(name, text);
            case ISMN -> IsmnText.read(name, text);
            case PYFAO56_WTH -> SeasonText.weather(name, text);
            case PYFAO56_IRR -> SeasonText.irrigation(name, text);
            case PYFAO56_SOL -> SeasonText.soil(name, text);
            case OPENAGRI -> OpenAgriCsv.read(name, text);
        };
        if (file.rows.isEmpty() && file.layers.isEmpty()) {
            throw file.damaged.isEmpty()
                    ? new FarmFileException(FarmFileException.Fault.NO_ROW, name)
                    : FarmFileException.noReadableRow(name, file.damaged.getFirst());
        }
        return file;
    }
}
