/**
 * A zone's account of water, day by day: FAO-56's balance, corrected by the probes with a stated uncertainty, and going on by the weather alone, with
 * the reason, where no probe can be trusted. Forecast rain is entered as expected and settled against the gauge; both stay visible. The account is a
 * pure function of what is known, so neither the order nor the repetition in which things arrive changes it.
 *
 * <p>All amounts are in mm over the zone; a depletion is the water missing to field capacity.
 */
package io.milliwatt.irrigation.ledger;
