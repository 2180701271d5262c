package io.milliwatt.dsp.soil.texture;

/** The twelve classes of the USDA's texture triangle (Soil Survey Manual, 2017, chapter 3). */
public enum TextureClass {
    SAND,
    LOAMY_SAND,
    SANDY_LOAM,
    LOAM,
    SILT_LOAM,
    SILT,
    SANDY_CLAY_LOAM,
    CLAY_LOAM,
    SILTY_CLAY_LOAM,
    SANDY_CLAY,
    SILTY_CLAY,
    CLAY;

    static TextureClass of(double sand, double clay) {
        double silt = 100 - sand - clay;
        if (silt + 1.5 * clay < 15) {
            return SAND;
        }
        if (silt + 2 * clay < 30) {
            return LOAMY_SAND;
        }
        if (clay >= 40) {
            return silt >= 40 ? SILTY_CLAY : sand > 45 ? SANDY_CLAY : CLAY;
        }
        if (clay >= 35 && sand > 45) {
            return SANDY_CLAY;
        }
        if (clay >= 27) {
            return sand <= 20 ? SILTY_CLAY_LOAM : sand <= 45 ? CLAY_LOAM : SANDY_CLAY_LOAM;
        }
        if (clay >= 20 && silt < 28 && sand > 45) {
            return SANDY_CLAY_LOAM;
        }
        if (silt >= 80 && clay < 12) {
            return SILT;
        }
        if (silt >= 50) {
            return SILT_LOAM;
        }
        return clay >= 7 && sand <= 52 && silt >= 28 ? LOAM : SANDY_LOAM;
    }
}
