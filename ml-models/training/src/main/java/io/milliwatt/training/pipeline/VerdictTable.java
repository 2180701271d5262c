package io.milliwatt.training.pipeline;

import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.decision.EventVotes;
import io.milliwatt.runtime.decision.Judgement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a node would have said of each reference recording: verdicts of its windows and the event that stands at its end.
 *
 * @param judgedBy which bundles, for people
 */
public record VerdictTable(String judgedBy, List<Row> rows) {
    /**
     * @param verdicts windows per verdict number
     * @param notJudged windows whose quality bits forbid a verdict
     * @param standing verdict of the event standing at the end, 0 for none
     * @param right whether that is the true one
     */
    public record Row(
            String recording,
            String unit,
            String truth,
            int trueVerdict,
            Map<Integer, Integer> verdicts,
            int notJudged,
            int standing,
            boolean right) {}

    public static VerdictTable of(
            String judgedBy, List<ReferenceRecording> recordings, Function<ReferenceRecording, Bundle> bundleFor) {
        return new VerdictTable(
                judgedBy,
                recordings.stream()
                        .map(each -> row(each, bundleFor.apply(each)))
                        .toList());
    }

    private static Row row(ReferenceRecording recording, Bundle bundle) {
        EventVotes votes = new EventVotes(bundle.decision().voting());
        Map<Integer, Integer> verdicts = new TreeMap<>();
        int notJudged = 0;
        for (ReferenceRecording.RecipeWindow window : recording.windows()) {
            Optional<Judgement> judgement = bundle.judge(window.values(), window.qualityBits());
            if (judgement.isEmpty()) {
                notJudged++;
                continue;
            }
            verdicts.merge(judgement.get().verdict(), 1, Integer::sum);
            votes.count(judgement.get());
        }
        return new Row(
                recording.name(),
                recording.unit(),
                recording.truth(),
                recording.verdict(),
                verdicts,
                notJudged,
                votes.standing(),
                votes.standing() == recording.verdict());
    }
}
