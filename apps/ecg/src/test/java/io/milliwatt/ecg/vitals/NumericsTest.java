package io.milliwatt.ecg.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.ecg.vitals.Numerics.AtrialFibrillation;
import io.milliwatt.telemetry.Features;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A second of vitals as the node told it. */
class NumericsTest {

    private static final Instant NOW = Instant.parse("2026-11-28T22:00:00Z");
    private static final List<Long> VALUES = List.of(724L, 830L, 151L, 1L, 97L, 2L, 16L, 120L, 11L);

    @Test
    void valuesComeInTheirUnits() {
        Numerics numerics = Numerics.of(NOW, 2, VALUES, 0).orElseThrow();
        assertThat(numerics.heartRatePerMinute()).hasValue(72.4);
        assertThat(numerics.respirationRatePerMinute()).hasValue(15.1);
        assertThat(numerics.lastRrMillis()).isEqualTo(830);
        assertThat(numerics.ventricularShare()).isEqualTo(0.016);
        assertThat(numerics.atrialFibrillation()).isEqualTo(AtrialFibrillation.UNKNOWN);
    }

    @Test
    void aRateThatIsNotKnownOrNotToBeTrustedIsAbsent() {
        List<Long> unknown = List.of(0L, 0L, 0L, 0L, 97L, 0L, 0L, 0L, 0L);
        assertThat(Numerics.of(NOW, 2, unknown, 0).orElseThrow().heartRatePerMinute())
                .isEmpty();
        for (long flag :
                new long[] {Features.FLAT_LINE, Features.CANNOT_TELL, Features.WARMING_UP, Features.SENSOR_FAULT}) {
            assertThat(Numerics.of(NOW, 2, VALUES, flag).orElseThrow().heartRatePerMinute())
                    .isEmpty();
        }
        assertThat(Numerics.of(NOW, 2, VALUES, Features.CLIPPED).orElseThrow().heartRatePerMinute())
                .isPresent();
    }

    @Test
    void anotherRecipeIsNotGuessedAt() {
        assertThat(Numerics.of(NOW, 1, VALUES, 0)).isEmpty();
        assertThat(Numerics.of(NOW, 2, VALUES.subList(0, 8), 0)).isEmpty();
    }
}
