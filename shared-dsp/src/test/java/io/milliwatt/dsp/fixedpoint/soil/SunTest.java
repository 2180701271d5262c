package io.milliwatt.dsp.fixedpoint.soil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SunTest {

    /** FAO-56, equations 21 to 25 in real numbers, over all latitudes and days. */
    @Test
    void agreesWithTheFormulasInRealNumbers() {
        for (int latitude = -6_000; latitude <= 6_000; latitude += 250) {
            for (int day = 1; day <= 366; day++) {
                double phi = Math.toRadians(latitude / 100.0);
                double delta = 0.409 * Math.sin(2 * Math.PI * day / 365 - 1.39);
                double omega = Math.acos(-Math.tan(phi) * Math.tan(delta));
                double above =
                        omega * Math.sin(phi) * Math.sin(delta) + Math.cos(phi) * Math.cos(delta) * Math.sin(omega);
                double distance = 1 + 0.033 * Math.cos(2 * Math.PI * day / 365);
                double millimetres = 24 * 60 / Math.PI * 0.082 * 0.408 * distance * above;
                Sun sun = Sun.at(latitude, day);
                assertThat(sun.dayLengthMinutes()).isCloseTo((int) (24 * 60 * omega / Math.PI), within(2));
                assertThat(sun.radiation() / 100.0).isCloseTo(millimetres, within(0.03));
            }
        }
    }

    /** FAO-56 example 8: 20° S on 3 September, 32.2 MJ/m², which is 13.1 mm. */
    @Test
    void agreesWithTheWorkedExample() {
        assertThat(Sun.at(-2_000, 246).radiation()).isCloseTo(1_314, within(4));
    }

    @ParameterizedTest
    @CsvSource({"9000,172,1439", "9000,355,0", "-9000,355,1439", "8000,355,0", "0,80,720"})
    void knowsPolarDayAndNight(int latitude, int day, int minutes) {
        assertThat(Sun.at(latitude, day).dayLengthMinutes()).isEqualTo(minutes);
    }
}
