package io.milliwatt.dsp.soil.texture;

/**
 * A soil's fine earth, in per cent of its mass.
 *
 * @param sandPercent 0 to 100
 * @param clayPercent 0 to 60, the range of the equations
 * @param organicMatterPercent 0 to 8, the range of the equations
 */
public record SoilTexture(double sandPercent, double clayPercent, double organicMatterPercent) {

    public SoilTexture {
        if (!(sandPercent >= 0 && clayPercent >= 0 && sandPercent + clayPercent <= 100 + 1e-9)) {
            throw new IllegalArgumentException(
                    "Sand and clay make up at most 100 % of a soil, not " + sandPercent + " and " + clayPercent + " %");
        }
        if (clayPercent > 60) {
            throw new IllegalArgumentException("The equations hold up to 60 % of clay, not for " + clayPercent
                    + " %; measure field capacity and wilting point of this soil");
        }
        if (!(organicMatterPercent >= 0 && organicMatterPercent <= 8)) {
            throw new IllegalArgumentException("The equations hold for 0 to 8 % of organic matter, not for "
                    + organicMatterPercent + " %; organic carbon times 1.72 is organic matter");
        }
    }

    /** The class of the USDA's triangle. */
    public TextureClass textureClass() {
        return TextureClass.of(sandPercent, clayPercent);
    }
}
