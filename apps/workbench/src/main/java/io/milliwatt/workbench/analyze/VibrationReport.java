package io.milliwatt.workbench.analyze;

import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.statistics.Levels;
import io.milliwatt.dsp.statistics.Moments;
import io.milliwatt.dsp.vibration.CataloguedBearing;
import io.milliwatt.dsp.vibration.diagnosis.Diagnosis;
import java.util.Optional;

/**
 * All that is told about one recording.
 *
 * @param level empty without a unit, or where the recording is too short for a velocity
 * @param levelAbsence why there is no level; empty where there is one
 */
record VibrationReport(
        String file,
        String channel,
        Signal signal,
        double speedRpm,
        CataloguedBearing bearing,
        Levels levels,
        Moments moments,
        Optional<VelocityLevel> level,
        String levelAbsence,
        Diagnosis diagnosis) {}
