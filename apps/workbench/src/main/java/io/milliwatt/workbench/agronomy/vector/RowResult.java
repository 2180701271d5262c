package io.milliwatt.workbench.agronomy.vector;

import java.util.List;

/**
 * A row with what became of it.
 *
 * @param reason why it failed or what is to be known beside a pass; empty where there is nothing to say
 */
public record RowResult(VectorRow row, Status status, List<OutputResult> outputs, String reason) {

    public RowResult {
        outputs = List.copyOf(outputs);
    }

    public static RowResult failed(VectorRow row, String reason) {
        return new RowResult(row, Status.FAIL, List.of(), reason);
    }

    public static RowResult unknown(VectorRow row) {
        return new RowResult(
                row,
                Status.UNKNOWN_METHOD,
                List.of(),
                "There is no method of this name here; the row was not computed.");
    }

    public static RowResult compared(VectorRow row, List<OutputResult> outputs) {
        boolean within = outputs.stream().allMatch(OutputResult::within);
        return new RowResult(row, within ? Status.PASS : Status.FAIL, outputs, "");
    }

    /** Greatest part of a tolerance that an output used. */
    public double usedTolerance() {
        return outputs.stream().mapToDouble(OutputResult::usedTolerance).max().orElse(0);
    }
}
