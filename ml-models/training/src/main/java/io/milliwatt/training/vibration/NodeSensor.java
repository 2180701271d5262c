package io.milliwatt.training.vibration;

import io.milliwatt.datasets.catalogue.MachineSignal;
import io.milliwatt.dsp.fixedpoint.FaultOrders;
import io.milliwatt.dsp.fixedpoint.recipe.FeatureVector;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.RecipeInterpreter;
import io.milliwatt.dsp.fixedpoint.recipe.SensorConfiguration;
import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.vibration.BearingCatalogue;
import io.milliwatt.dsp.vibration.CataloguedBearing;
import io.milliwatt.training.recipe.RealRecipe;
import java.util.ArrayList;
import java.util.List;

/** A node's accelerometer of ±16 g and 16 bits on a machine with a known bearing: recordings go in, recipe values come out. */
final class NodeSensor {
    /** 32 g over 65536 counts. */
    private static final int NANO_G_PER_COUNT = 488_281;

    private final Recipe recipe;
    private final RecipeInterpreter interpreter;

    NodeSensor(Recipe recipe, String bearing) {
        this.recipe = recipe;
        this.interpreter = new RecipeInterpreter(recipe, configuration(bearing));
    }

    private static SensorConfiguration configuration(String bearing) {
        return new SensorConfiguration(NANO_G_PER_COUNT, orders(bearing));
    }

    /** The recipe's values of a signal without any rounding, one array per whole window, from a fresh start. */
    static List<double[]> inFloatingPoint(Recipe recipe, String bearing, MachineSignal machine) {
        double[] counts = machine.signal().values();
        for (int i = 0; i < counts.length; i++) {
            counts[i] *= 1e9 / NANO_G_PER_COUNT;
        }
        return new RealRecipe(recipe, configuration(bearing)).values(counts, machine.shaftSpeedRpm() / 60);
    }

    private static FaultOrders orders(String bearing) {
        CataloguedBearing found = BearingCatalogue.load()
                .find(bearing)
                .orElseThrow(() -> new IllegalStateException("the bearing catalogue lacks " + bearing));
        io.milliwatt.dsp.vibration.FaultOrders orders = io.milliwatt.dsp.vibration.FaultOrders.of(found.geometry());
        return FaultOrders.of(orders.outerRace(), orders.innerRace(), orders.elementDefect(), orders.cage());
    }

    /** Plays a signal after all that was played before; a started window goes on. */
    List<FeatureVector> play(MachineSignal machine) {
        Signal signal = machine.signal();
        if (Math.round(1000 * signal.sampleRateHz()) != recipe.sampleRateMilliHertz()) {
            throw new IllegalArgumentException("the recipe takes " + recipe.sampleRateMilliHertz()
                    + " mHz, the signal has " + signal.sampleRateHz() + " Hz");
        }
        interpreter.setShaftSpeed((int) Math.round(machine.shaftSpeedRpm() * 1000 / 60));
        List<FeatureVector> windows = new ArrayList<>();
        short[] counts = counts(signal);
        interpreter.accept(counts, 0, counts.length, windows::add);
        return windows;
    }

    /** Whole windows only, so that the next signal begins with a window of its own. */
    List<FeatureVector> playWholeWindows(MachineSignal machine) {
        int whole = machine.signal().size() / recipe.windowLength() * recipe.windowLength();
        return play(new MachineSignal(machine.signal().slice(0, whole), machine.shaftSpeedRpm()));
    }

    private static short[] counts(Signal signal) {
        double[] values = signal.values();
        short[] counts = new short[values.length];
        for (int i = 0; i < counts.length; i++) {
            long count = Math.round(values[i] * 1e9 / NANO_G_PER_COUNT);
            counts[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, count));
        }
        return counts;
    }
}
