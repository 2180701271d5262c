package io.milliwatt.irrigation.wateruse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.irrigation.TestFarm;
import io.milliwatt.irrigation.zone.Allocation;
import io.milliwatt.irrigation.zone.Zone;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WaterAccountTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 31);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    @Test
    void usesAddUpByZoneSourceAndMonth() {
        WaterAccount account = new WaterAccount(
                List.of(zone("a"), zone("b")),
                List.of(
                        new Use(MAY, "a", "well", 100, true, 10, 5),
                        new Use(JUNE, "a", "well", 300, false, 30, 15),
                        new Use(JUNE, "b", "canal", 200, true, 0, 0)));
        assertThat(account.rows(WaterAccount.By.MONTH, MAY, JUNE))
                .extracting(UseRow::id, UseRow::cubicMetres)
                .containsExactly(tuple("2026-05", 100.0), tuple("2026-06", 500.0));
        UseRow a = account.rows(WaterAccount.By.ZONE, MAY, JUNE).getFirst();
        assertThat(a.millimetres()).isCloseTo(40, within(1e-9));
        assertThat(a.meteredShare()).isCloseTo(0.25, within(1e-9));
        assertThat(a.percentOfAllocation()).hasValue(10);
        assertThat(account.rows(WaterAccount.By.SOURCE, JUNE, JUNE))
                .extracting(UseRow::cost)
                .containsExactly(0.0, 30.0);
        UseRow total = account.total(MAY, JUNE);
        assertThat(total.cubicMetres()).isEqualTo(600);
        assertThat(total.millimetres()).isCloseTo(30, within(1e-9));
        assertThat(total.runs()).isEqualTo(3);
    }

    private static Zone zone(String id) {
        Zone zone = TestFarm.zone();
        return new Zone(
                id,
                zone.fieldId(),
                id,
                zone.outline(),
                1,
                zone.soil(),
                zone.planting(),
                zone.method(),
                zone.refill(),
                Optional.of(new Allocation(
                        TestFarm.PLANTED, JUNE.plusDays(60), OptionalDouble.of(500), OptionalDouble.of(4000))),
                Optional.empty());
    }
}
