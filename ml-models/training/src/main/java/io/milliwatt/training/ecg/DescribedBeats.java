package io.milliwatt.training.ecg;

import io.milliwatt.datasets.ecg.BeatClass;
import io.milliwatt.dsp.fixedpoint.QrsDesign;
import io.milliwatt.dsp.fixedpoint.QrsDetector;
import io.milliwatt.dsp.fixedpoint.heart.BeatFeatures;
import io.milliwatt.dsp.fixedpoint.heart.Feature;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record's beats as the node finds and describes them, each with the reference class of the beat within 150 ms, if there is one.
 *
 * @param patient whose heart it is, also that of a made-up record
 * @param kind "record", or how it was made
 * @param missed reference beats that were not found, by class
 */
record DescribedBeats(int patient, String kind, List<Described> beats, Map<BeatClass, Integer> missed) {

    static final String RECORD = "record";

    private static final int WINDOW = 54;

    /**
     * @param features as operation 30 gives them; not to be changed
     * @param truth empty for a detection where the reference has no beat
     * @param inFlutter detected where the reference has ventricular flutter instead of beats
     */
    record Described(long sample, short[] features, Optional<BeatClass> truth, boolean inFlutter) {
        boolean is(BeatClass wanted) {
            return truth.isPresent() && truth.get() == wanted;
        }
    }

    DescribedBeats {
        beats = List.copyOf(beats);
        missed = Map.copyOf(missed);
    }

    static DescribedBeats of(HeartRecord record, String kind) {
        List<Long> found = new ArrayList<>();
        List<short[]> features = new ArrayList<>();
        QrsDetector detector =
                new QrsDetector(QrsDesign.forRate(HeartRecord.RATE_HZ), HeartRecord.NANO_MILLIVOLT_PER_COUNT);
        BeatFeatures kernel = new BeatFeatures(HeartRecord.RATE_HZ, HeartRecord.NANO_MILLIVOLT_PER_COUNT, detector);
        for (short sample : record.samples()) {
            detector.accept(sample);
            if (kernel.accept(sample)) {
                short[] beat = new short[Feature.COUNT];
                kernel.copyTo(beat, 0);
                found.add(kernel.sample());
                features.add(beat);
            }
        }
        return matched(record, kind, found, features);
    }

    /** Each detection takes the nearest free reference beat, unless the next detection lies nearer to it. */
    static DescribedBeats matched(HeartRecord record, String kind, List<Long> found, List<short[]> features) {
        List<HeartRecord.Beat> reference = record.beats();
        boolean[] taken = new boolean[reference.size()];
        List<Described> beats = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < found.size(); i++) {
            long sample = found.get(i);
            while (from < reference.size() && reference.get(from).sample() < sample - WINDOW) {
                from++;
            }
            int nearest = nearest(reference, taken, from, sample);
            boolean yields = nearest >= 0
                    && i + 1 < found.size()
                    && Math.abs(found.get(i + 1) - reference.get(nearest).sample())
                            < Math.abs(sample - reference.get(nearest).sample());
            Optional<BeatClass> truth = Optional.empty();
            if (nearest >= 0 && !yields) {
                taken[nearest] = true;
                truth = Optional.of(reference.get(nearest).beatClass());
            }
            beats.add(new Described(sample, features.get(i), truth, truth.isEmpty() && record.isFlutter(sample)));
        }
        Map<BeatClass, Integer> missed = new EnumMap<>(BeatClass.class);
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                missed.merge(reference.get(i).beatClass(), 1, Integer::sum);
            }
        }
        return new DescribedBeats(record.number(), kind, beats, missed);
    }

    private static int nearest(List<HeartRecord.Beat> reference, boolean[] taken, int from, long sample) {
        int nearest = -1;
        for (int k = from; k < reference.size() && reference.get(k).sample() <= sample + WINDOW; k++) {
            boolean nearer = nearest < 0
                    || Math.abs(reference.get(k).sample() - sample)
                            < Math.abs(reference.get(nearest).sample() - sample);
            nearest = !taken[k] && nearer ? k : nearest;
        }
        return nearest;
    }
}
