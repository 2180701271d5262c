package io.milliwatt.training.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Windows of one recording or one unit put together: the class that most of them were given; of equal ones the first.
 *
 * @param name of the recording or unit
 * @param truth class name
 * @param verdict class name
 * @param votes windows per class
 */
public record MajorityVotes(String name, String truth, String verdict, List<Integer> votes) {
    public boolean right() {
        return truth.equals(verdict);
    }

    /** In order of first appearance. */
    public static List<MajorityVotes> of(
            List<String> classNames, List<Prediction> predictions, Function<Prediction, String> key) {
        Map<String, int[]> votes = new LinkedHashMap<>();
        Map<String, String> truths = new LinkedHashMap<>();
        for (Prediction prediction : predictions) {
            String name = key.apply(prediction);
            votes.computeIfAbsent(name, each -> new int[classNames.size()])[prediction.predicted()]++;
            truths.putIfAbsent(name, classNames.get(prediction.window().label()));
        }
        List<MajorityVotes> majorities = new ArrayList<>();
        votes.forEach((name, counts) -> {
            int winner = 0;
            List<Integer> list = new ArrayList<>();
            for (int label = 0; label < counts.length; label++) {
                winner = counts[label] > counts[winner] ? label : winner;
                list.add(counts[label]);
            }
            majorities.add(new MajorityVotes(name, truths.get(name), classNames.get(winner), List.copyOf(list)));
        });
        return List.copyOf(majorities);
    }
}
