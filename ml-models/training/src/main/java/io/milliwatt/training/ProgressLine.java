package io.milliwatt.training;

import io.milliwatt.training.pipeline.Progress;
import java.io.PrintWriter;

/** One line per step, with its number. */
record ProgressLine(PrintWriter out) implements Progress {
    @Override
    public void step(String what, int done, int total) {
        out.printf("[%d/%d] %s%n", done + 1, total, what);
        out.flush();
    }
}
