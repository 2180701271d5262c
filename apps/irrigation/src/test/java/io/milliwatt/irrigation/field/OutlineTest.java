package io.milliwatt.irrigation.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.irrigation.site.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {
    private static final List<Position> SQUARE =
            List.of(new Position(0, 0), new Position(0.001, 0), new Position(0.001, 0.001), new Position(0, 0.001));

    /** A thousandth of a degree is 111.195 m on the mean sphere. */
    @Test
    void areasAreThoseOfTheSphere() {
        assertThat(Outline.of(SQUARE).areaHectares()).isCloseTo(1.23643, within(1e-4));
        Outline north = Outline.of(SQUARE.stream()
                .map(corner -> new Position(corner.longitudeDegrees(), 60 + corner.latitudeDegrees()))
                .toList());
        assertThat(north.areaHectares()).isCloseTo(1.23643 / 2, within(1e-4));
    }

    @Test
    void holesDoNotCount() {
        List<Position> hole = List.of(
                new Position(0.0002, 0.0002),
                new Position(0.0002, 0.0007),
                new Position(0.0007, 0.0007),
                new Position(0.0007, 0.0002),
                new Position(0.0002, 0.0002));
        Outline field = new Outline(List.of(Outline.of(SQUARE).rings().getFirst(), hole));
        assertThat(field.areaHectares()).isCloseTo(0.75 * 1.23643, within(1e-4));
        assertThat(field.contains(new Position(0.0005, 0.0005))).isFalse();
        assertThat(field.contains(new Position(0.0001, 0.0005))).isTrue();
        assertThat(field.contains(new Position(0.002, 0.0005))).isFalse();
    }

    @Test
    void openAndEmptyBordersAreRefusedInSentences() {
        assertThatThrownBy(() -> new Outline(List.of(SQUARE))).hasMessageContaining("must end where it began");
        assertThatThrownBy(() -> Outline.of(List.of(new Position(0, 0), new Position(1, 0), new Position(2, 0))))
                .hasMessageContaining("holds no area");
        assertThatThrownBy(() -> new Position(38.9, -96.3)).hasMessageContaining("longitude comes first");
    }
}
