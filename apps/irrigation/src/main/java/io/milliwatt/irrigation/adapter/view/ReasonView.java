package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.irrigation.reason.Reason;
import java.util.List;
import java.util.Map;

/** A reason as code, numbers and texts for pages that speak the reader's language, and in English for those that do not know the code. */
public record ReasonView(String code, Map<String, Double> numbers, Map<String, String> texts, String sentence) {

    public static ReasonView of(Reason reason) {
        return new ReasonView(reason.code().label(), reason.numbers(), reason.texts(), reason.sentence());
    }

    public static List<ReasonView> all(List<Reason> reasons) {
        return reasons.stream().map(ReasonView::of).toList();
    }
}
