package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.irrigation.adapter.desk.SkillDesk;
import io.milliwatt.irrigation.skill.Skill;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How good the forecasts of a zone were.
 *
 * @param leastPairs below so many nothing is told but their number
 */
public record SkillView(int leastPairs, List<NodeView> nodes, List<HorizonView> account) {

    /** Of a node's depth; errors in m³/m³. */
    public record NodeView(String probeId, double depthMillimetres, List<HorizonView> horizons) {}

    /**
     * @param watered forecasts left out because water was given in between
     * @param rootMeanSquareError absent where there is not enough yet
     * @param belowPersistencePercent negative where persistence was better
     */
    public record HorizonView(
            int days,
            int pairs,
            int watered,
            boolean enough,
            OptionalDouble rootMeanSquareError,
            OptionalDouble persistenceError,
            OptionalDouble belowPersistencePercent) {
        static HorizonView of(Skill skill) {
            return new HorizonView(
                    skill.horizonDays(),
                    skill.pairs(),
                    skill.watered(),
                    skill.error().isPresent(),
                    skill.error(),
                    skill.persistenceError(),
                    skill.belowPersistencePercent());
        }
    }

    private static final double MILLIMETRES_PER_CENTIMETRE = 10;

    public static SkillView of(SkillDesk.OfZone zone) {
        return new SkillView(
                Skill.LEAST_PAIRS,
                zone.nodes().stream()
                        .map(depth -> new NodeView(
                                depth.probeId(),
                                depth.depthCentimetres() * MILLIMETRES_PER_CENTIMETRE,
                                depth.horizons().stream().map(HorizonView::of).toList()))
                        .toList(),
                zone.account().stream().map(HorizonView::of).toList());
    }
}
