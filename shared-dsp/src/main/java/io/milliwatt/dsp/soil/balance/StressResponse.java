package io.milliwatt.dsp.soil.balance;

/** How transpiration falls once the readily available water is gone: Ks, from 1 to 0. */
public enum StressResponse {
    /** In proportion to what is left (FAO-56 eq. 84). */
    LINEAR {
        @Override
        public double coefficient(double depletion, double available, double depletionFraction) {
            return Math.clamp((available - depletion) / (available - depletionFraction * available), 0, 1);
        }
    },
    /** Slowly at first (AquaCrop's convex curve with shape factor 1.5; Raes et al. 2009, Agronomy Journal 101:438). */
    CONVEX {
        @Override
        public double coefficient(double depletion, double available, double depletionFraction) {
            double relative = (depletion / available - depletionFraction) / (1 - depletionFraction);
            return Math.clamp(1 - Math.expm1(SHAPE * relative) / Math.expm1(SHAPE), 0, 1);
        }
    };

    private static final double SHAPE = 1.5;

    /**
     * @param depletion Dr, mm
     * @param available TAW, mm
     * @param depletionFraction p
     */
    public abstract double coefficient(double depletion, double available, double depletionFraction);
}
