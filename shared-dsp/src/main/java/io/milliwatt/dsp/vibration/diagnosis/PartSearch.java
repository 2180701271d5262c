package io.milliwatt.dsp.vibration.diagnosis;

import io.milliwatt.dsp.vibration.FaultOrders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks for each part's combs in each band. */
final class PartSearch {

    /** One part's comb: its base order, and what to take out of the spectrum when asking how special it is. */
    private record Candidate(Fault fault, double order, LineComb comb, double sideOrder, int sideBands) {}

    private final List<Candidate> candidates;
    private final double shaftHz;

    /**
     * Damage on the inner race passes the load zone once per turn (side bands at 1), on a rolling element once per turn of the cage (side bands
     * at the cage's order), on the outer race it stays in place (Randall and Antoni 2011, §2). An element may strike both races or one, so both
     * 2 BSF and BSF are tried.
     */
    PartSearch(FaultOrders orders, double shaftHz) {
        this.shaftHz = shaftHz;
        double cage = orders.cage();
        candidates = List.of(
                new Candidate(Fault.OUTER_RACE, orders.outerRace(), LineComb.plain(4), 1, 1),
                new Candidate(Fault.INNER_RACE, orders.innerRace(), LineComb.plain(4), 1, 3),
                new Candidate(Fault.INNER_RACE, orders.innerRace(), new LineComb(3, 2, 1), 1, 3),
                new Candidate(Fault.ROLLING_ELEMENT, orders.elementDefect(), LineComb.plain(4), cage, 3),
                new Candidate(Fault.ROLLING_ELEMENT, orders.elementDefect(), new LineComb(3, 2, cage), cage, 3),
                new Candidate(Fault.ROLLING_ELEMENT, orders.elementSpin(), LineComb.plain(4), cage, 3));
    }

    /** The strongest evidence for each part over all bands and combs: outer race, inner race, rolling element. */
    List<PartEvidence> strongest(List<EnvelopeView> views) {
        List<PartEvidence> all = new ArrayList<>();
        for (EnvelopeView view : views) {
            LineHeights heights = view.heights().withoutShaft(shaftHz);
            for (Candidate candidate : candidates) {
                all.add(evidence(view, heights, candidate));
            }
        }
        return List.of(
                strongest(all, Fault.OUTER_RACE),
                strongest(all, Fault.INNER_RACE),
                strongest(all, Fault.ROLLING_ELEMENT));
    }

    private PartEvidence evidence(EnvelopeView view, LineHeights heights, Candidate candidate) {
        double expectedHz = candidate.order() * shaftHz;
        CombScore score = CombScore.best(heights, expectedHz, shaftHz, candidate.comb());
        double baseHz = expectedHz * (1 + score.slip());
        LineHeights rest = heights.withoutComb(baseHz, candidate.sideOrder() * shaftHz, candidate.sideBands());
        double significance =
                CombSignificance.at(rest, shaftHz, candidate.comb()).of(score);
        return new PartEvidence(candidate.fault(), view, score, significance, baseHz, expectedHz, candidate.comb());
    }

    private static PartEvidence strongest(List<PartEvidence> all, Fault fault) {
        return all.stream()
                .filter(evidence -> evidence.fault() == fault)
                .max(Comparator.comparingDouble(PartEvidence::weight))
                .orElseThrow();
    }
}
