package io.milliwatt.irrigation.adapter.importing;

import io.milliwatt.datasets.farm.DamagedRow;
import io.milliwatt.datasets.farm.FarmFileException;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;

/** Why a file, or a line of it, cannot be read. */
final class FileReasons {

    private FileReasons() {}

    static Reason of(FarmFileException unreadable) {
        Reason file = Reason.of(
                        switch (unreadable.fault()) {
                            case EMPTY -> ReasonCode.FILE_EMPTY;
                            case NO_TABLE -> ReasonCode.FILE_NO_TABLE;
                            case NO_TIMES -> ReasonCode.FILE_NO_TIMES;
                            case NO_KNOWN_COLUMN -> ReasonCode.FILE_NO_KNOWN_COLUMN;
                            case COLUMN_MISSING -> ReasonCode.FILE_COLUMN_MISSING;
                            case SEVERAL_STATIONS -> ReasonCode.FILE_SEVERAL_STATIONS;
                            case NO_STATION -> ReasonCode.FILE_NO_STATION;
                            case NO_ROW -> ReasonCode.FILE_NO_ROW;
                            case NO_READABLE_ROW -> ReasonCode.FILE_NO_READABLE_ROW;
                        })
                .with("file", unreadable.file());
        Reason columns =
                unreadable.columns().isEmpty() ? file : file.with("columns", String.join(", ", unreadable.columns()));
        return unreadable.line().isPresent()
                ? columns.with("line", unreadable.line().getAsInt())
                : columns;
    }

    static Reason of(DamagedRow row) {
        return switch (row.fault()) {
            case NO_DATE -> Reason.of(ReasonCode.ROW_NO_DATE).with("field", row.field());
            case NO_NUMBER -> Reason.of(ReasonCode.ROW_NO_NUMBER).with("field", row.field());
            case TOO_SHORT -> Reason.of(ReasonCode.ROW_TOO_SHORT);
        };
    }
}
