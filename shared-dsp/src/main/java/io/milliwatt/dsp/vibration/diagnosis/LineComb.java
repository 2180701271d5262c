package io.milliwatt.dsp.vibration.diagnosis;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines that one kind of damage should write into an envelope spectrum: harmonics, some with a side band on each side.
 *
 * @param harmonics how many, from the first
 * @param sideHarmonics how many of them, from the first, carry side bands
 * @param sideOrder distance of the side bands, in shaft orders; without meaning where there are none
 */
record LineComb(int harmonics, int sideHarmonics, double sideOrder) {

    /** One line: the harmonic, and the side band's distance in orders (0 for the harmonic itself). */
    record Line(int harmonic, double offsetOrder) {}

    static LineComb plain(int harmonics) {
        return new LineComb(harmonics, 0, 0);
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int harmonic = 1; harmonic <= harmonics; harmonic++) {
            lines.add(new Line(harmonic, 0));
            if (harmonic <= sideHarmonics) {
                lines.add(new Line(harmonic, -sideOrder));
                lines.add(new Line(harmonic, sideOrder));
            }
        }
        return lines;
    }
}
