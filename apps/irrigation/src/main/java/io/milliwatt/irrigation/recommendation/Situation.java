package io.milliwatt.irrigation.recommendation;

import io.milliwatt.irrigation.ledger.Account;
import io.milliwatt.irrigation.zone.Zone;

/** What is before an adviser who decides on a zone's water tonight. */
record Situation(Zone zone, Account account, Figures figures, Surroundings around, AdvicePolicy policy) {}
