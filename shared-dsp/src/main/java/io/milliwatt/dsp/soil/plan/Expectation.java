package io.milliwatt.dsp.soil.plan;

import java.util.OptionalInt;

/**
 * What a plan would bring if the days to come were usual ones.
 *
 * @param millimetres to be given until the crop's end
 * @param stressDays beyond the refill line until then
 * @param yieldLost part of the whole that the lack of water costs from the day of the plan on, 0 to 1
 * @param waterings how often
 * @param lastWatering the last one, days from the day of the plan on; empty where none is planned
 */
public record Expectation(
        double millimetres, int stressDays, double yieldLost, int waterings, OptionalInt lastWatering) {}
