package io.milliwatt.training.ec57;

import io.milliwatt.datasets.ecg.EcgLead;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.dsp.fixedpoint.QrsDesign;
import io.milliwatt.dsp.fixedpoint.QrsDetector;
import io.milliwatt.ec57.report.HeartAnalysis;
import io.milliwatt.ec57.report.HeartFindings;
import java.util.ArrayList;
import java.util.List;

/** The node's QRS detector alone, which gives beats without classes. */
public final class QrsAnalysis implements HeartAnalysis {
    private static final double NANO_UNITS = 1e9;

    @Override
    public String subject() {
        return "the node's QRS detector";
    }

    @Override
    public boolean tellsClasses() {
        return false;
    }

    @Override
    public HeartFindings analyse(EcgLead lead) {
        double countsPerMillivolt = lead.countsPerMillivolt()
                .orElseThrow(() -> new IllegalArgumentException("lead " + lead.name() + " is no voltage"));
        QrsDetector detector = new QrsDetector(QrsDesign.forRate((int) Math.round(lead.sampleRateHz())), (int)
                Math.round(NANO_UNITS / Math.abs(countsPerMillivolt)));
        int zero = (int) Math.round(lead.baseline());
        List<Annotation> beats = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < lead.length(); i++) {
            before = lead.sample(i) == EcgLead.MISSING ? before : lead.sample(i) - zero;
            detector.accept(before);
            if (detector.beats() > beats.size()) {
                long sample = detector.beat(beats.size()).orElseThrow().sample();
                beats.add(Annotation.of(sample, AnnotationCode.NORMAL));
            }
        }
        return new HeartFindings(beats, List.of(), List.of());
    }
}
