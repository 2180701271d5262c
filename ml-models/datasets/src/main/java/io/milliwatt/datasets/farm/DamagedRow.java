package io.milliwatt.datasets.farm;

/**
 * A row that could not be read.
 *
 * @param line counted from 1
 * @param field as it stands in the file; empty where the row is too short
 */
public record DamagedRow(int line, Fault fault, String field) {

    /** What is wrong with it. */
    public enum Fault {
        NO_DATE,
        NO_NUMBER,
        TOO_SHORT
    }

    String why() {
        return switch (fault) {
            case NO_DATE -> "'" + field + "' is no date; write it as 2026-06-12";
            case NO_NUMBER -> "'" + field + "' is no number";
            case TOO_SHORT -> "it has too few fields";
        };
    }
}
