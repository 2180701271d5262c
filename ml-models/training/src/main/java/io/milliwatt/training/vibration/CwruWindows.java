package io.milliwatt.training.vibration;

import io.milliwatt.datasets.catalogue.BearingFault;
import io.milliwatt.datasets.catalogue.CwruDataSet;
import io.milliwatt.datasets.catalogue.CwruRecord;
import io.milliwatt.datasets.catalogue.MachineSignal;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.fixedpoint.Window;
import io.milliwatt.dsp.fixedpoint.recipe.FeatureVector;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.runtime.bundle.Label;
import io.milliwatt.training.example.LabelledWindow;
import io.milliwatt.training.pipeline.Progress;
import io.milliwatt.training.pipeline.ReferenceRecording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The CWRU records through the node's recipe, each read once per run. */
final class CwruWindows {
    private static final String BEARING = "6205-2RS";

    /** More than any recipe takes to learn a baseline. */
    private static final int MAX_BASELINE_WINDOWS = 200;

    private static final int HEALTHY_REPEATS = 10;

    private final CwruDataSet cwru;
    private final Recipe recipe;
    private final List<LabelledWindow> windows = new ArrayList<>();
    private final List<ReferenceRecording> references = new ArrayList<>();

    private CwruWindows(CwruDataSet cwru, Recipe recipe) {
        this.cwru = cwru;
        this.recipe = recipe;
    }

    static CwruWindows of(CwruDataSet cwru, Recipe recipe, Progress progress) throws RecordingException {
        CwruWindows all = new CwruWindows(cwru, recipe);
        List<CwruRecord> records = CwruDataSet.records();
        MachineSignal healthy = cwru.load(records.getFirst(), CwruDataSet.Sensor.DRIVE_END);
        for (int i = 0; i < records.size(); i++) {
            progress.step("features of " + records.get(i).file().name(), i, records.size());
            all.add(records.get(i), healthy);
        }
        return all;
    }

    /** Windows of the faulty records, a fresh node for each; filters have settled. */
    List<LabelledWindow> windows() {
        return List.copyOf(windows);
    }

    /** All records, each after the node has learnt its baseline from the healthy one. */
    List<ReferenceRecording> references() {
        return List.copyOf(references);
    }

    private void add(CwruRecord record, MachineSignal healthy) throws RecordingException {
        if (record.fault() == BearingFault.NONE) {
            for (CwruDataSet.Sensor sensor : CwruDataSet.Sensor.values()) {
                addHealthy(record, sensor);
            }
            return;
        }
        MachineSignal signal = cwru.load(record, CwruDataSet.Sensor.DRIVE_END);
        int label = VibrationClass.of(record.fault()).index();
        List<FeatureVector> onTheNode = settled(new NodeSensor(recipe, BEARING).play(signal));
        List<double[]> inFloat = settled(NodeSensor.inFloatingPoint(recipe, BEARING, signal));
        for (int i = 0; i < onTheNode.size(); i++) {
            windows.add(new LabelledWindow(
                    record.bearing(),
                    record.faultSize(),
                    record.file().name(),
                    label,
                    values(onTheNode.get(i)),
                    inFloat.get(i)));
        }
        references.add(reference(record, record.file().name(), healthy, List.of(signal)));
    }

    /** The node learns from the first half and hears the second, over and over, since it lasts two and a half seconds only. */
    private void addHealthy(CwruRecord record, CwruDataSet.Sensor sensor) throws RecordingException {
        MachineSignal whole = cwru.load(record, sensor);
        int half = whole.signal().size() / 2;
        MachineSignal first = part(whole, 0, half);
        MachineSignal second = part(whole, half, whole.signal().size());
        String name = record.file().name() + (sensor == CwruDataSet.Sensor.DRIVE_END ? "" : " at the fan end");
        references.add(reference(record, name, first, Collections.nCopies(HEALTHY_REPEATS, second)));
    }

    /** The node learns from {@code healthy}, repeated as often as the recipe wants, and then hears {@code signals}. */
    private ReferenceRecording reference(
            CwruRecord record, String name, MachineSignal healthy, List<MachineSignal> signals) {
        NodeSensor node = new NodeSensor(recipe, BEARING);
        int played = 0;
        boolean learning = true;
        while (learning && played < MAX_BASELINE_WINDOWS) {
            List<FeatureVector> learnt = node.playWholeWindows(healthy);
            played += learnt.size();
            learning = (learnt.getLast().qualityFlags() & Window.WARMING_UP) != 0;
        }
        Label truth = record.fault() == BearingFault.NONE
                ? new Label(0, "healthy")
                : VibrationClass.of(record.fault()).label();
        List<FeatureVector> heard = new ArrayList<>();
        signals.forEach(signal -> heard.addAll(node.playWholeWindows(signal)));
        return new ReferenceRecording(
                name,
                record.bearing(),
                record.faultSize(),
                truth.name(),
                truth.verdict(),
                settled(heard).stream()
                        .map(features -> new ReferenceRecording.RecipeWindow(values(features), features.qualityFlags()))
                        .toList());
    }

    /** Without the first windows, in which filters and whitening still follow what came before. */
    private <T> List<T> settled(List<T> all) {
        return all.subList(Math.min(Math.max(1, recipe.warmUpWindows()), all.size()), all.size());
    }

    private static MachineSignal part(MachineSignal whole, int from, int to) {
        return new MachineSignal(whole.signal().slice(from, to), whole.shaftSpeedRpm());
    }

    private static int[] values(FeatureVector features) {
        short[] values = features.values();
        int[] wide = new int[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
