package io.milliwatt.ecg.exchange;

import io.milliwatt.ecg.event.Episode;
import io.milliwatt.ecg.news.NewsChart;
import io.milliwatt.ecg.news.Observations;
import io.milliwatt.ecg.news.OxygenScale;
import io.milliwatt.ecg.patient.Bed;
import io.milliwatt.ecg.signal.Beat;
import io.milliwatt.ecg.signal.Segment;
import io.milliwatt.ecg.signal.Trace;
import io.milliwatt.ecg.vitals.VitalSigns;
import io.milliwatt.telemetry.BeatClass;
import io.milliwatt.telemetry.SensorVitals.Consciousness;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One patient with two channels at 100 Hz, a gap in the second, beats, an episode, numbers and a score. */
public final class Extracts {

    public static final Instant FROM = Instant.parse("2026-11-28T22:31:07.120Z");

    /** The first ten samples of lead I in HL7's example Observation/ekg. */
    public static final short[] PUBLISHED = {2041, 2043, 2037, 2047, 2060, 2062, 2051, 2023, 2014, 2027};

    private Extracts() {}

    public static MonitoringExtract full() {
        return extract(List.of(EcgLead.I, EcgLead.II), traces(), "3-12", "CCU");
    }

    public static MonitoringExtract extract(List<EcgLead> leads, List<Trace> traces, String bed, String ward) {
        return new MonitoringExtract(
                "P-7F3K2QXA",
                Optional.of(new Bed(bed, ward)),
                FROM,
                FROM.plusMillis(100),
                leads,
                traces,
                List.of(
                        new Beat(17, FROM.plusMillis(20), BeatClass.NORMAL, 0.97, false, false, false, false, 3),
                        new Beat(17, FROM.plusMillis(80), BeatClass.VENTRICULAR, 0.9, false, false, false, false, 3)),
                List.of(new Episode(
                        977,
                        17,
                        3,
                        Optional.of("P-7F3K2QXA"),
                        3,
                        FROM.plusMillis(40),
                        true,
                        Optional.of(FROM.plusMillis(90)),
                        250,
                        List.of(),
                        false,
                        false)),
                Optional.of(new MonitoringExtract.Rates(
                        FROM.plusMillis(50), OptionalDouble.of(72.4), OptionalDouble.of(15.1))),
                new VitalSigns(
                        FROM.plusMillis(60),
                        OptionalDouble.of(93),
                        OptionalDouble.of(38.4),
                        OptionalDouble.of(98),
                        OptionalDouble.empty(),
                        Optional.of(Consciousness.ALERT),
                        OptionalDouble.of(22),
                        Optional.of(false)),
                Optional.of(new MonitoringExtract.DatedNews(
                        FROM.plusMillis(60),
                        OxygenScale.ONE,
                        NewsChart.score(observations(Optional.of(Consciousness.ALERT)), OxygenScale.ONE))));
    }

    /** With everything but the traces and the score's consciousness left out. */
    public static MonitoringExtract withoutNumbers() {
        return new MonitoringExtract(
                "P-7F3K2QXA",
                Optional.empty(),
                FROM,
                FROM.plusMillis(100),
                List.of(),
                traces(),
                List.of(),
                List.of(),
                Optional.empty(),
                VitalSigns.NONE,
                Optional.of(new MonitoringExtract.DatedNews(
                        FROM, OxygenScale.TWO, NewsChart.score(observations(Optional.empty()), OxygenScale.TWO))));
    }

    public static List<Trace> traces() {
        return List.of(
                new Trace(17, 0, "mV", 100, 0.001612, List.of(new Segment(FROM, 3, 64_801, 0, false, PUBLISHED))),
                new Trace(
                        17,
                        1,
                        "mV",
                        100,
                        0.005,
                        List.of(
                                new Segment(FROM, 3, 64_801, 0, false, new short[] {-1, 2, 3}),
                                new Segment(FROM.plusMillis(60), 3, 64_807, 2, false, new short[] {40, 50, 60, 70}))));
    }

    private static Observations observations(Optional<Consciousness> consciousness) {
        return new Observations(
                OptionalDouble.of(22),
                OptionalDouble.of(93),
                Optional.of(false),
                OptionalDouble.of(98),
                OptionalDouble.of(112),
                consciousness,
                OptionalDouble.of(38.4));
    }
}
