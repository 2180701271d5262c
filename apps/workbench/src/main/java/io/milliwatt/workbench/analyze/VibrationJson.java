package io.milliwatt.workbench.analyze;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milliwatt.dsp.signal.SignalUnit;
import io.milliwatt.dsp.vibration.BearingGeometry;
import io.milliwatt.dsp.vibration.FaultOrders;
import io.milliwatt.dsp.vibration.SeverityLimits;
import io.milliwatt.dsp.vibration.diagnosis.Diagnosis;
import io.milliwatt.dsp.vibration.diagnosis.EnvelopeLine;
import io.milliwatt.dsp.vibration.diagnosis.Evidence;
import io.milliwatt.workbench.JsonText;
import java.util.OptionalDouble;

/** A report for other programs. What cannot be given is null, never a made-up number. */
final class VibrationJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private VibrationJson() {}

    static String of(VibrationReport report) {
        ObjectNode root = NODES.objectNode();
        root.put("file", report.file());
        root.put("channel", report.channel());
        root.put("sampleRateHz", report.signal().sampleRateHz());
        root.put("durationSeconds", report.signal().durationSeconds());
        if (report.signal().unit() == SignalUnit.UNKNOWN) {
            root.putNull("unit");
        } else {
            root.put("unit", report.signal().unit() == SignalUnit.G ? "g" : "m/s2");
        }
        root.put("speedRpm", report.speedRpm());
        root.set("bearing", bearing(report));
        root.set("features", features(report));
        root.set(
                "levels",
                report.level()
                        .<com.fasterxml.jackson.databind.JsonNode>map(VibrationJson::levels)
                        .orElse(NODES.nullNode()));
        ArrayNode quality = root.putArray("quality");
        report.diagnosis()
                .quality()
                .forEach(flag ->
                        quality.addObject().put("code", flag.issue().code()).put("message", flag.message()));
        ArrayNode lines = root.putArray("lines");
        report.diagnosis().lines().forEach(line -> lines.add(line(line)));
        root.set("diagnosis", diagnosis(report.diagnosis()));
        return JsonText.of(root);
    }

    private static ObjectNode bearing(VibrationReport report) {
        BearingGeometry geometry = report.bearing().geometry();
        FaultOrders orders = geometry.faultOrders();
        ObjectNode node = NODES.objectNode();
        node.put("name", report.bearing().name());
        node.put("source", report.bearing().source());
        node.put("rollingElements", geometry.rollingElements());
        node.put("elementDiameterMillimetres", geometry.elementDiameterMillimetres());
        node.put("pitchDiameterMillimetres", geometry.pitchDiameterMillimetres());
        node.put("contactAngleDegrees", geometry.contactAngleDegrees());
        node.putObject("orders")
                .put("bpfo", orders.outerRace())
                .put("bpfi", orders.innerRace())
                .put("bsf", orders.elementSpin())
                .put("ftf", orders.cage());
        return node;
    }

    private static ObjectNode features(VibrationReport report) {
        ObjectNode node = NODES.objectNode();
        put(node, "rms", report.levels().rms());
        put(node, "peak", report.levels().peak());
        put(node, "peakToPeak", report.levels().peakToPeak());
        put(node, "crestFactor", report.levels().crestFactor());
        put(node, "kurtosis", report.moments().kurtosis());
        put(node, "skewness", report.moments().skewness());
        put(node, "mean", report.moments().mean());
        return node;
    }

    private static ObjectNode levels(VelocityLevel level) {
        ObjectNode node = NODES.objectNode();
        node.put("velocityRmsMillimetresPerSecond", level.rmsMillimetresPerSecond());
        node.put("lowEdgeHz", level.lowEdgeHz());
        node.put("highEdgeHz", level.highEdgeHz());
        ArrayNode zones = node.putArray("zones");
        for (SeverityLimits limits : level.limits()) {
            ObjectNode zone = zones.addObject();
            zone.put("zone", level.zone(limits).name());
            zone.put("group", limits.group());
            zone.put("support", limits.support());
            zone.putArray("limitsMillimetresPerSecond")
                    .add(limits.ab())
                    .add(limits.bc())
                    .add(limits.cd());
            zone.put("edition", limits.edition());
        }
        return node;
    }

    private static ObjectNode line(EnvelopeLine line) {
        ObjectNode node = NODES.objectNode();
        node.put("name", line.name());
        node.put("harmonic", line.harmonic());
        put(node, "expectedHz", line.expectedHz());
        put(node, "measuredHz", line.measuredHz());
        put(node, "heightDecibels", line.heightDecibels());
        node.put("found", line.found());
        return node;
    }

    private static ObjectNode diagnosis(Diagnosis diagnosis) {
        ObjectNode node = NODES.objectNode();
        node.put("fault", diagnosis.fault().label());
        node.put("confidence", diagnosis.confidence());
        node.put("shaftHz", diagnosis.shaftHz());
        node.put("shaftFound", diagnosis.shaftFound());
        ArrayNode evidence = node.putArray("evidence");
        diagnosis.evidence().forEach(each -> evidence.add(evidence(each)));
        return node;
    }

    private static ObjectNode evidence(Evidence evidence) {
        ObjectNode node = NODES.objectNode();
        node.put("sentence", evidence.sentence());
        if (!evidence.line().isEmpty()) {
            node.put("line", evidence.line());
            put(node, "order", evidence.order());
            put(node, "expectedHz", evidence.expectedHz());
            put(node, "measuredHz", evidence.measuredHz());
            put(node, "heightDecibels", evidence.heightDecibels());
            node.put("harmonicsFound", evidence.harmonicsFound());
            node.put("sidebandsFound", evidence.sidebandsFound());
        }
        return node;
    }

    private static void put(ObjectNode node, String name, OptionalDouble value) {
        put(node, name, value.orElse(Double.NaN));
    }

    /** JSON has no NaN. */
    private static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
