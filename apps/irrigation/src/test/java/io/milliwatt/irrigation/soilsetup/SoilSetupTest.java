package io.milliwatt.irrigation.soilsetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.soil.texture.SoilTexture;
import io.milliwatt.dsp.soil.texture.TextureClass;
import io.milliwatt.irrigation.zone.LimitsOrigin;
import io.milliwatt.irrigation.zone.SoilHorizon;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoilSetupTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final SoilHorizon LOAM =
            TextureWizard.of(TextureClass.LOAM, 0.9, 0.5).horizon(0.9);

    /** Saxton and Rawls's table 3: loam of 40 % sand, 20 % clay and 2.5 % organic matter holds 14, 28 and 46 %. */
    @Test
    void theWizardTellsARefillLineFromALaboratorysFigures() {
        TextureWizard.Answer answer = TextureWizard.of(new SoilTexture(40, 20, 2.5), 0.9, 0.45);
        assertThat(answer.textureClass()).isEqualTo(TextureClass.LOAM);
        assertThat(answer.water().fieldCapacity().fraction()).isCloseTo(0.28, within(0.005));
        assertThat(answer.water().wiltingPoint().fraction()).isCloseTo(0.14, within(0.005));
        assertThat(answer.availableMillimetres()).isCloseTo(126, within(3.0));
        assertThat(answer.refillMillimetres()).isCloseTo(0.45 * answer.availableMillimetres(), within(1e-9));
        assertThat(answer.refillContent().fraction()).isCloseTo(0.217, within(0.005));
        assertThat(answer.soil(1.2).intakeMillimetresPerHour()).isEqualTo(15);
    }

    @ParameterizedTest
    @EnumSource(TextureClass.class)
    void theTypicalSoilOfAClassBelongsToIt(TextureClass texture) {
        assertThat(TypicalTexture.of(texture).texture().textureClass()).isEqualTo(texture);
        assertThat(TextureWizard.of(texture, 1, 0.5).soil(1).depthMetres()).isEqualTo(1);
    }

    @Test
    void theReadingsShowTheFieldCapacityAfterRain() {
        DrainagePlateau plateau = PlateauFinder.find(season(0.305, 5, 0.0005)).orElseThrow();
        assertThat(plateau.events()).isEqualTo(5);
        assertThat(plateau.fieldCapacity().fraction()).isCloseTo(0.305, within(0.006));
        assertThat(plateau.offered()).isTrue();
        SoilHorizon adopted = plateau.adoptedBy(LOAM);
        assertThat(adopted.origin()).isEqualTo(LimitsOrigin.DRAINAGE_PLATEAU);
        assertThat(adopted.limits().fieldCapacity()).isEqualTo(plateau.fieldCapacity());
    }

    @Test
    void fewEventsAreNotOfferedAndADrawnOnSoilHasNoPlateau() {
        assertThat(PlateauFinder.find(season(0.305, 2, 0.0005)).orElseThrow().offered())
                .isFalse();
        // Roots that take 2 % by volume a day leave no plateau.
        assertThat(PlateauFinder.find(season(0.305, 5, 0.02))).isEmpty();
    }

    /** A node that tells a reading only when it changed by a per cent, and once a day, shows the same plateau. */
    @Test
    void aNodeThatTellsChangesOnlyShowsTheSamePlateau() {
        List<Sample> told = new ArrayList<>();
        for (Sample sample : season(0.305, 5, 0.0005)) {
            boolean changed = told.isEmpty() || Math.abs(told.getLast().fraction() - sample.fraction()) >= 0.01;
            if (changed || Duration.between(told.getLast().at(), sample.at()).toHours() >= 24) {
                told.add(sample);
            }
        }
        DrainagePlateau plateau = PlateauFinder.find(told).orElseThrow();
        // A step of a per cent that is told within the plateau's last day hides one or the other.
        assertThat(plateau.events()).isBetween(3, 5);
        assertThat(plateau.fieldCapacity().fraction()).isCloseTo(0.305, within(0.01));
    }

    @Test
    void theOrderOfReadingsDoesNotMatter() {
        List<Sample> samples = season(0.29, 4, 0.001);
        List<Sample> shuffled = new ArrayList<>(samples);
        Collections.shuffle(shuffled, new Random(3));
        assertThat(PlateauFinder.find(shuffled)).isEqualTo(PlateauFinder.find(samples));
    }

    /** Every eight days a wetting to 0.40 that drains in twelve hours to the plateau, from which the crop draws. */
    private static List<Sample> season(double plateau, int wettings, double drawnPerDay) {
        List<Sample> samples = new ArrayList<>();
        Random noise = new Random(7);
        for (int hour = 0; hour < 24 * 8 * wettings + 24; hour++) {
            double days = (hour - 24) % (24 * 8) / 24.0;
            double value = hour < 24
                    ? plateau - 0.06
                    : Math.max(0.1, plateau - drawnPerDay * days + (0.40 - plateau) * Math.exp(-days * 2));
            if (hour >= 24 && days > 7.5) {
                value -= 0.04;
            }
            samples.add(new Sample(START.plus(Duration.ofHours(hour)), value + 0.0005 * noise.nextGaussian()));
        }
        return samples;
    }
}
