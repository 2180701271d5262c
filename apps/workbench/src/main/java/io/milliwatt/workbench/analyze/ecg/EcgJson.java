package io.milliwatt.workbench.analyze.ecg;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milliwatt.datasets.ecg.HeartAnnotations;
import io.milliwatt.dsp.fixedpoint.heart.BeatClass;
import io.milliwatt.workbench.JsonText;

/** A report for other programs. What cannot be given is null, never a made-up number. */
final class EcgJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EcgJson() {}

    static String of(EcgReport report) {
        ObjectNode root = NODES.objectNode();
        root.put("file", report.file());
        root.put("signal", report.lead());
        root.put("sampleRateHz", report.sampleRateHz());
        root.put("durationSeconds", report.durationSeconds());
        root.put("model", report.model());
        ObjectNode beats = root.putObject("beats");
        beats.put("all", report.beatCount());
        for (BeatClass beatClass : BeatClass.values()) {
            beats.put(String.valueOf(beatClass.letter()), report.beats().getOrDefault(beatClass, 0));
        }
        beats.put("uncertain", report.uncertain());
        report.rate()
                .ifPresentOrElse(
                        rate -> root.putObject("heartRatePerMinute")
                                .put("lowest", rate.lowest())
                                .put("mean", rate.mean())
                                .put("highest", rate.highest()),
                        () -> root.putNull("heartRatePerMinute"));
        report.respirationRatePerMinute()
                .ifPresentOrElse(
                        rate -> root.put("respirationRatePerMinute", rate),
                        () -> root.putNull("respirationRatePerMinute"));
        root.set("variability", variability(report));
        root.set("seconds", seconds(report.quality()));
        ArrayNode episodes = root.putArray("episodes");
        report.episodes().forEach(episode -> episodes.add(episode(episode)));
        report.annotations()
                .ifPresentOrElse(file -> root.put("annotations", file.toString()), () -> root.putNull("annotations"));
        ArrayNode remarks = root.putArray("remarks");
        report.remarks().forEach(remarks::add);
        root.put("notice", "A research and engineering system; not a certified medical device.");
        return JsonText.of(root);
    }

    private static ObjectNode variability(EcgReport report) {
        ObjectNode node = NODES.objectNode();
        node.put("normalIntervals", report.variability().normalIntervals());
        node.put("rejectedIntervals", report.variability().rejectedIntervals());
        report.variability()
                .time()
                .ifPresentOrElse(
                        time -> node.put("meanMillis", time.meanMillis())
                                .put("sdnnMillis", time.sdnnMillis())
                                .put("rmssdMillis", time.rmssdMillis())
                                .put("pnn50Percent", time.pnn50Percent()),
                        () -> node.putNull("meanMillis")
                                .putNull("sdnnMillis")
                                .putNull("rmssdMillis")
                                .putNull("pnn50Percent"));
        return node;
    }

    private static ObjectNode seconds(EcgReport.Quality quality) {
        ObjectNode node = NODES.objectNode();
        node.put("judged", quality.judged());
        node.put("learning", quality.learning());
        node.put("leadOff", quality.leadOff());
        node.put("poorSignal", quality.cannotTell());
        node.put("atrialFibrillation", quality.atrialFibrillation());
        node.put("rhythmUnknown", quality.rhythmUnknown());
        if (quality.signalIndex().isPresent()) {
            node.put("signalQuality", quality.signalIndex().getAsInt());
        } else {
            node.putNull("signalQuality");
        }
        return node;
    }

    private static ObjectNode episode(Episode episode) {
        ObjectNode node = NODES.objectNode();
        node.put("class", episode.rhythm().number());
        node.put("name", HeartAnnotations.text(episode.rhythm()));
        node.put("urgency", EcgText.urgency(episode.urgency()));
        node.put("beginSeconds", episode.beginSeconds());
        if (episode.endSeconds().isPresent()) {
            node.put("endSeconds", episode.endSeconds().getAsDouble());
        } else {
            node.putNull("endSeconds");
        }
        if (episode.heartRatePerMinute() > 0) {
            node.put("heartRatePerMinute", episode.heartRatePerMinute());
        } else {
            node.putNull("heartRatePerMinute");
        }
        node.put("beats", episode.beats());
        return node;
    }
}
