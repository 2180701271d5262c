package io.milliwatt.dsp.fixedpoint.recipe;

import io.milliwatt.dsp.fixedpoint.Kernel;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * What reading, writing, checking and running a kind of step takes. Kinds stand in families, one class and one table each, as
 * in the firmware; a new family is a line in {@link StepKinds}.
 *
 * @param operation its number in recipe.md, never used again for something else
 * @param intake which values it takes one by one
 * @param reader makes a step of its input's number and the bytes of its parameters
 * @param writer writes its parameters
 * @param fits whether it can read a source
 * @param starter makes the kernel that runs it
 */
record StepKind<S extends Step>(
        int operation,
        Class<S> type,
        Intake intake,
        Reader<S> reader,
        Writer<S> writer,
        BiPredicate<S, StepSource> fits,
        BiFunction<S, StepPlace, Kernel> starter) {

    /** The values that a step takes one by one while a window fills. */
    enum Intake {
        STREAM,
        RAW_SAMPLES,
        NOTHING
    }

    interface Reader<S extends Step> {
        S read(int input, ParameterReader parameters);
    }

    interface Writer<S extends Step> {
        void write(S step, ParameterWriter parameters);
    }

    void write(Step step, ParameterWriter parameters) {
        writer.write(type.cast(step), parameters);
    }

    boolean fits(Step step, StepSource source) {
        return fits.test(type.cast(step), source);
    }

    Kernel start(Step step, StepPlace place) {
        return starter.apply(type.cast(step), place);
    }
}
