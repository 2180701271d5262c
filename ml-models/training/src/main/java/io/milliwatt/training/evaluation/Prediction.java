package io.milliwatt.training.evaluation;

import io.milliwatt.training.example.LabelledWindow;

/**
 * One held-out window judged.
 *
 * @param predicted class index
 */
public record Prediction(LabelledWindow window, int predicted) {
    public boolean right() {
        return window.label() == predicted;
    }
}
