package io.milliwatt.workbench.analyze;

import io.milliwatt.dsp.vibration.BearingCatalogue;
import io.milliwatt.dsp.vibration.BearingGeometry;
import io.milliwatt.dsp.vibration.CataloguedBearing;
import io.milliwatt.workbench.SuiteException;
import java.util.List;

/** Turns {@code --bearing} into a geometry: a catalogued name, or {@code n,d,D,angle}. */
final class BearingChoice {

    private BearingChoice() {}

    static CataloguedBearing of(String text) {
        if (text.matches("[^,]+(,[^,]+){2,3}") && text.split(",")[0].strip().matches("\\d+")) {
            return stated(text);
        }
        BearingCatalogue catalogue = BearingCatalogue.load();
        return catalogue
                .find(text)
                .orElseThrow(
                        () -> new SuiteException(
                                "The bearing '" + text + "' is not in the catalogue. Names near it: "
                                        + String.join(", ", catalogue.near(text))
                                        + ". Or state its geometry as n,d,D,angle: rolling elements, element and pitch diameter in mm, contact angle in degrees."));
    }

    private static CataloguedBearing stated(String text) {
        String[] cells = text.split(",");
        try {
            BearingGeometry geometry = new BearingGeometry(
                    Integer.parseInt(cells[0].strip()),
                    Double.parseDouble(cells[1].strip()),
                    Double.parseDouble(cells[2].strip()),
                    cells.length > 3 ? Double.parseDouble(cells[3].strip()) : 0);
            return new CataloguedBearing(text, List.of(), geometry, "stated on the command line");
        } catch (NumberFormatException e) {
            throw new SuiteException("The geometry '" + text + "' is not n,d,D,angle, as in 9,7.94,39.04,0.", e);
        } catch (IllegalArgumentException e) {
            throw new SuiteException(e.getMessage() + ".", e);
        }
    }
}
