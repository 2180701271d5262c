package io.milliwatt.irrigation.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.RecommendationTable;
import io.milliwatt.irrigation.adapter.db.RecommendationTable.Stored;
import io.milliwatt.irrigation.recommendation.AdvicePolicy;
import io.milliwatt.irrigation.recommendation.Adviser;
import io.milliwatt.irrigation.recommendation.Decision;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.testkit.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two reckonings of one zone at the same time: the round's and a person's. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class AdviceOrderTest {

    @Inject
    RecommendationTable recommendations;

    @Inject
    FarmDirectory directory;

    @Inject
    Jdbi jdbi;

    /** Later than any round of the running app, which so cannot come between. */
    private final Instant hour = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);

    private TestFarm farm;

    @BeforeEach
    void setUp() {
        farm = TestFarm.setUp();
    }

    @Test
    void whatWasReckonedEarlierDoesNotTakeThePlaceOfWhatWasReckonedLater() {
        farm.zone("order-1", 9501, "2026-05-01");
        long later = advise("order-1", hour).orElseThrow();
        assertThat(advise("order-1", hour.minusSeconds(5))).isEmpty();
        Stored shown = recommendations.newest(List.of("order-1")).get("order-1");
        assertThat(shown.id()).isEqualTo(later);
        assertThat(shown.decided().decision().label()).isEqualTo("open");
        assertThat(advise("order-1", hour.plusSeconds(5))).isPresent();
    }

    @Test
    void whatWasReckonedBeforeAPersonDecidedIsOutOfDate() {
        farm.zone("order-2", 9502, "2026-05-01");
        long first = advise("order-2", hour).orElseThrow();
        jdbi.useTransaction(handle -> recommendations.decide(
                handle, first, new Decision.Rejected(hour.plusSeconds(10), "ana", "The neighbour waters.")));
        assertThat(advise("order-2", hour.plusSeconds(5))).isEmpty();
        assertThat(recommendations.newest(List.of("order-2")).get("order-2").id())
                .isEqualTo(first);
    }

    private OptionalLong advise(String zoneId, Instant at) {
        Farm known = directory.farm();
        Zone zone = known.zone(zoneId).orElseThrow();
        Adviser adviser = new Adviser(known.siteOf(zone), AdvicePolicy.USUAL);
        return jdbi.inTransaction(handle -> recommendations.replace(handle, adviser.withoutAccount(zone, at)));
    }
}
