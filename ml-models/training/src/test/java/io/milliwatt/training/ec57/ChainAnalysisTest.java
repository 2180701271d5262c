package io.milliwatt.training.ec57;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.ecg.EcgLead;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.ec57.TestPeriod;
import io.milliwatt.ec57.alarm.Alarm;
import io.milliwatt.ec57.alarm.AlarmKind;
import io.milliwatt.ec57.beat.BeatFigures;
import io.milliwatt.ec57.report.HeartFindings;
import io.milliwatt.ec57.report.RecordFigures;
import io.milliwatt.runtime.bundle.Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A bundle that watches hearts by plain rules (the golden one of the contract), on a heart of three minutes whose every beat is known. */
class ChainAnalysisTest {
    static final Path BUNDLE = Path.of("../../device-firmware/contract/vectors/bundle-heart-1.0.mwm");
    private static final int RATE_HZ = 250;
    private static final int SECONDS = 180;
    private static final int STOPPED_AT = 90;
    private static final int STOPPED_SECONDS = 7;
    private static final int LEAD_OFF_AT = 130;
    private static final int LEAD_OFF_SECONDS = 12;
    private static final double INTERVAL = 0.8;

    private final List<Annotation> reference = new ArrayList<>();

    @Test
    void beatsAlarmsAndShutdownOfAKnownHeartAreFound() throws IOException {
        HeartFindings findings = new ChainAnalysis("golden", Bundle.parse(Files.readAllBytes(BUNDLE))).analyse(heart());
        RecordFigures figures = RecordFigures.of(
                "heart", RATE_HZ, new TestPeriod(20L * RATE_HZ, (long) SECONDS * RATE_HZ), reference, findings);
        BeatFigures beats = figures.beats();
        assertThat(beats.matrix().sum("V", "V")).isEqualTo(7);
        assertThat(beats.matrix().sum("N", "N")).isGreaterThan(150);
        assertThat(beats.matrix().sum("NSVFQOX", "SF")).isZero();
        assertThat(beats.matrix().sum("NSV", "Q"))
                .as("told while the lead settles")
                .isBetween(1L, 10L);
        assertThat(figures.beatsWithShutdown().matrix().sum("NSVFQOX", "Q"))
                .as("just before the signal is called noisy")
                .isLessThan(4);
        assertThat(beats.matrix().sum("NSV", "X")).isGreaterThan(10);
        assertThat(beats.matrix().sum("NSV", "O")).isLessThan(8);
        assertThat(beats.shutdownSeconds()).isBetween(10L, 22L);
        assertThat(findings.alarms().stream().map(Alarm::kind)).contains(AlarmKind.ASYSTOLE);
        assertThat(figures.alarms().get(AlarmKind.ASYSTOLE.ordinal()).falseAlarms())
                .isZero();
        assertThat(figures.alarms()
                        .get(AlarmKind.ASYSTOLE.ordinal())
                        .sensitivity()
                        .percent())
                .hasValue(100);
    }

    /** A beat each 0.8 s, every twentieth of them broad and early; none for seven seconds; later a lead that is off while the heart goes on. */
    private EcgLead heart() {
        double[] signal = new double[SECONDS * RATE_HZ];
        double at = 1;
        for (int beat = 1; at < SECONDS - 1; beat++) {
            boolean broad = beat % 20 == 0 && at > 30;
            double centre = broad ? at - 0.3 : at;
            addWave(signal, centre, broad ? 0.05 : 0.012, broad ? -320 : 220);
            addWave(signal, centre - 0.16, 0.02, broad ? 0 : 25);
            addWave(signal, centre + 0.26, 0.05, 50);
            reference.add(Annotation.of(
                    Math.round(centre * RATE_HZ),
                    broad ? AnnotationCode.PREMATURE_VENTRICULAR : AnnotationCode.NORMAL));
            boolean stops = at < STOPPED_AT && at + INTERVAL >= STOPPED_AT;
            at += stops ? STOPPED_SECONDS : INTERVAL;
        }
        Random random = new Random(1);
        int[] samples = new int[signal.length];
        for (int i = 0; i < samples.length; i++) {
            boolean off = i >= LEAD_OFF_AT * RATE_HZ && i < (LEAD_OFF_AT + LEAD_OFF_SECONDS) * RATE_HZ;
            samples[i] = 1024 + (off ? 0 : (int) Math.round(signal[i] + 2 * random.nextGaussian()));
        }
        return EcgLead.of("MLII", RATE_HZ, samples, 200, 1024, "mV");
    }

    private static void addWave(double[] signal, double centreSeconds, double widthSeconds, double height) {
        for (int i = 0; i < signal.length; i++) {
            double distance = ((double) i / RATE_HZ - centreSeconds) / widthSeconds;
            if (Math.abs(distance) < 5) {
                signal[i] += height * Math.exp(-0.5 * distance * distance);
            }
        }
    }
}
