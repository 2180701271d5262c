package io.milliwatt.training.domain;

import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.training.pipeline.Progress;
import io.milliwatt.training.pipeline.TrainingTask;
import io.milliwatt.training.vibration.BearingFaultTask;
import java.nio.file.Path;

/** Bearing faults, from the CWRU recordings. */
public record VibrationDomain() implements TrainingDomain {
    @Override
    public String name() {
        return "vibration";
    }

    @Override
    public TrainingTask prepare(Path data, long seed, Progress progress) throws RecordingException {
        return BearingFaultTask.prepare(data, seed, progress);
    }
}
