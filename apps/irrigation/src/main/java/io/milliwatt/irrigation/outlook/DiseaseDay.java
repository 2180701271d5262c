package io.milliwatt.irrigation.outlook;

import io.milliwatt.irrigation.reason.Reason;
import java.time.LocalDate;

/**
 * A day's risk.
 *
 * @param value that the rule goes by: favourable days in a row, wet hours, an index, conditions met
 */
public record DiseaseDay(LocalDate date, Risk risk, double value, Reason reason) {}
