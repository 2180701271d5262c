package io.milliwatt.workbench.agronomy.vector;

/**
 * A worked value as the file has it.
 *
 * @param id the row's name, or its line where it has none
 * @param inputs JSON with unit-bearing names
 * @param output one name or several joined by ';'
 * @param expected values in the same order
 * @param tolerance absolute, "rel 1e-4" or "10%"; one for all outputs or one for each, joined by ';'
 */
public record VectorRow(
        String id, String method, String inputs, String output, String expected, String tolerance, String source) {}
