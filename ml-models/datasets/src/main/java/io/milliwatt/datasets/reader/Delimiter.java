package io.milliwatt.datasets.reader;

import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** What stands between two fields of a line. */
public enum Delimiter {
    TAB('\t'),
    SEMICOLON(';'),
    COMMA(','),
    /** Runs of spaces count as one. */
    SPACES(' ');

    private final char character;

    Delimiter(char character) {
        this.character = character;
    }

    char character() {
        return character;
    }

    CSVFormat format() {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(character)
                .setIgnoreSurroundingSpaces(this != SPACES)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
    }

    /**
     * The first of tab, semicolon, comma and spaces that occurs in every one of the given lines; comma for a single column. The order
     * matters: a comma may be the decimal point of a file that is separated by tabs or semicolons.
     */
    static Delimiter detect(List<String> lines) {
        for (Delimiter delimiter : values()) {
            if (!lines.isEmpty() && lines.stream().allMatch(line -> line.strip().indexOf(delimiter.character) >= 0)) {
                return delimiter;
            }
        }
        return COMMA;
    }
}
