/** What comes in that cannot be true: flagged with a reason, left out of decisions, and kept. */
package io.milliwatt.irrigation.intake;
