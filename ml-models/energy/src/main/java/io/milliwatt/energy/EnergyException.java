package io.milliwatt.energy;

/** There is no honest figure for what was asked; the message is a sentence that says why and what to do. */
public final class EnergyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public EnergyException(String sentence) {
        super(sentence);
    }
}
