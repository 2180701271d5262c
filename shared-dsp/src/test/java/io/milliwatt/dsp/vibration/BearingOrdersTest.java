package io.milliwatt.dsp.vibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BearingOrdersTest {

    /** Half of the fifth digit after the point, to which the published tables agree. */
    private static final double FIVE_DIGITS = 5.1e-6;

    @ParameterizedTest
    @CsvSource({
        "9, 7.94, 39.04, 0, 3.58478, 5.41522, 2.35675, 0.39831",
        "13, 3.5, 25.6, 0, 5.61133, 7.38867, 3.58878, 0.43164",
        "16, 8.4, 71.5, 15.17, 7.09289, 8.90711, 4.20123, 0.44331",
        "9, 7.9375, 38.5, 0, 3.57224, 5.42776, 2.32211, 0.39692",
        "8, 2, 12, 15, 3.35605, 4.64395, 2.92225, 0.41951"
    })
    void ordersAgreeWithPublishedTablesToFiveDigits(
            int n, double d, double pitch, double angle, double bpfo, double bpfi, double bsf, double ftf) {
        FaultOrders orders = new BearingGeometry(n, d, pitch, angle).faultOrders();
        assertThat(orders.outerRace()).isCloseTo(bpfo, within(FIVE_DIGITS));
        assertThat(orders.innerRace()).isCloseTo(bpfi, within(FIVE_DIGITS));
        assertThat(orders.elementSpin()).isCloseTo(bsf, within(FIVE_DIGITS));
        assertThat(orders.cage()).isCloseTo(ftf, within(FIVE_DIGITS));
    }

    /** A published tool gives 85.20, 136.05 and 101.32 Hz here: another ratio, and twice the spin. */
    @Test
    void givesTheRightHertzWhereAPeerIsWrong() {
        FaultOrders orders =
                BearingCatalogue.load().find("6205").orElseThrow().geometry().faultOrders();
        double shaftHz = 1475 / 60.0;
        assertThat(orders.outerRace() * shaftHz).isCloseTo(88.13, within(0.005));
        assertThat(orders.innerRace() * shaftHz).isCloseTo(133.12, within(0.005));
        assertThat(orders.elementSpin() * shaftHz).isCloseTo(57.94, within(0.005));
    }

    /** The same tool pins 1434 Hz as the spin of this one in its own tests. */
    @Test
    void givesTheRightSpinOfTheLargeBearing() {
        FaultOrders orders = new BearingGeometry(12, 20, 120, 0).faultOrders();
        double shaftHz = 1475 / 60.0;
        assertThat(orders.elementSpin() * shaftHz).isCloseTo(71.70, within(0.005));
        assertThat(orders.outerRace() * shaftHz).isCloseTo(122.9, within(0.05));
        assertThat(orders.innerRace() * shaftHz).isCloseTo(172.1, within(0.05));
        assertThat(orders.cage() * shaftHz).isCloseTo(10.24, within(0.005));
    }

    @Test
    void racesAddUpToTheNumberOfElementsAndTheCageIsAnEvenShareForTheWholeCatalogue() {
        for (CataloguedBearing bearing : BearingCatalogue.load().all()) {
            FaultOrders orders = bearing.geometry().faultOrders();
            int n = bearing.geometry().rollingElements();
            assertThat(orders.outerRace() + orders.innerRace())
                    .as(bearing.name())
                    .isCloseTo(n, within(1e-12));
            assertThat(orders.cage()).as(bearing.name()).isCloseTo(orders.outerRace() / n, within(1e-12));
            assertThat(bearing.source()).as(bearing.name()).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({"0,1,10,0", "9,10,10,0", "9,-1,10,0", "9,1,10,90", "9,NaN,10,0"})
    void refusesGeometryThatCannotExist(int n, double d, double pitch, double angle) {
        assertThatThrownBy(() -> new BearingGeometry(n, d, pitch, angle)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "6205-2RS, 9",
        "skf 6205, 9",
        "6205 ZZ C3, 9",
        "6203-2Z, 8",
        "er16k, 9",
        "za 2115, 16",
        "mfpt, 8",
        "UER204, 8",
        "pronostia, 13",
        "203kd, 8"
    })
    void findsBearingsByTheNamesPeopleUse(String name, int elements) {
        assertThat(BearingCatalogue.load().find(name))
                .get()
                .extracting(b -> b.geometry().rollingElements())
                .isEqualTo(elements);
    }

    @Test
    void namesNeighboursOfAnUnknownBearing() {
        BearingCatalogue catalogue = BearingCatalogue.load();
        assertThat(catalogue.find("6295")).isEmpty();
        assertThat(catalogue.near("6295")).contains("6205");
    }
}
