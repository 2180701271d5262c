package io.milliwatt.dsp.fixedpoint.recipe;

/** Lays a recipe out as recipe.md says. */
final class RecipeWriter {

    private static final int LENGTH_OFFSET = 16;

    private final ParameterWriter out = new ParameterWriter();

    private RecipeWriter() {}

    static byte[] write(Recipe recipe) {
        RecipeWriter writer = new RecipeWriter();
        writer.putHeader(recipe);
        recipe.steps().forEach(writer::putStep);
        recipe.outputs().forEach(writer::putOutput);
        writer.out.setInt(LENGTH_OFFSET, writer.out.position());
        return writer.out.toBytes();
    }

    private void putHeader(Recipe recipe) {
        out.shorts(RecipeLayout.FORMAT_VERSION, recipe.id(), recipe.version())
                .bytes(recipe.unit().code(), recipe.warmUpWindows())
                .ints(recipe.sampleClock().field(), recipe.windowLength(), 0)
                .bytes(recipe.steps().size(), recipe.outputs().size(), 0, 0);
    }

    private void putStep(Step step) {
        StepKind<?> kind = StepKinds.of(step);
        int start = out.position();
        out.bytes(kind.operation(), step.input()).shorts(0);
        kind.write(step, out);
        out.pad();
        out.setShort(start + RecipeLayout.STEP_LENGTH, out.position() - start);
    }

    private void putOutput(Output output) {
        out.bytes(output.step(), output.value(), output.inSensorUnits() ? 1 : 0, output.shift())
                .ints(output.multiplier(), output.divisor())
                .bytes(output.name().length(), output.unit().length())
                .text(output.name())
                .text(output.unit());
        out.pad();
    }
}
