package io.milliwatt.dsp.soil.frost;

/** Whether the coming night threatens a crop. */
public enum FrostWarning {
    NONE,
    /** Near the critical temperature: within 2 °C. */
    WATCH,
    /** Below the critical temperature, with dew or hoar to warn and to give heat. */
    FROST,
    /** Below it in air so dry that no dew forms before the damage: the temperature falls fast and no ice is seen. */
    BLACK_FROST;

    private static final double MARGIN_CELSIUS = 2;
    private static final double CALM = 2;

    /**
     * @param minimumCelsius expected at the crop
     * @param dewPointCelsius of the evening's air
     * @param criticalCelsius at which the crop's stage is damaged, such as −2.2 for apple in full bloom
     */
    public static FrostWarning of(double minimumCelsius, double dewPointCelsius, double criticalCelsius) {
        if (minimumCelsius > criticalCelsius + MARGIN_CELSIUS) {
            return NONE;
        }
        if (minimumCelsius > criticalCelsius) {
            return WATCH;
        }
        return dewPointCelsius < criticalCelsius ? BLACK_FROST : FROST;
    }

    /**
     * Whether the night's frost is one of radiation, against which wind machines and sprinklers help, or of cold air blown in.
     *
     * @param cloudFraction of the sky, 0 to 1
     */
    public static boolean byRadiation(double windMetresPerSecond, double cloudFraction) {
        return windMetresPerSecond < CALM && cloudFraction < 0.5;
    }
}
