package io.milliwatt.irrigation.ledger;

import io.milliwatt.dsp.soil.assimilation.FieldEstimate;
import io.milliwatt.dsp.soil.balance.DualCropBalance;
import io.milliwatt.dsp.soil.balance.FieldDay;

/**
 * Where today began, for who reckons in whole days.
 *
 * @param balance by which the zone's water is reckoned
 * @param estimate of yesterday's evening
 * @param wholeDay today from midnight to midnight: rain that fell and that is still expected, without irrigation
 */
public record Midnight(DualCropBalance balance, FieldEstimate estimate, FieldDay wholeDay) {}
