package io.milliwatt.dsp.fixedpoint.heart;

/**
 * The features of a beat, in the order of its array, each int16. Q8, Q10 and Q15 are fractions of 256, 1,024 and 32,768;
 * heights are in 1,024ths of the normal QRS complex's height, widths in ticks of 1/120 s, intervals in milliseconds. The
 * <i>next</i> interval is that from this beat to the next.
 */
public enum Feature {
    /** RR interval to the median of the last 64, Q8. */
    INTERVAL_TO_MEDIAN,
    /** RR interval to the mean of the last 10, Q8. */
    INTERVAL_TO_RECENT,
    /** Next interval to the median of the last 64, Q8. */
    NEXT_TO_MEDIAN,
    /** Next interval to this one, Q8. */
    NEXT_TO_INTERVAL,
    /** RR interval to the one before, Q8. */
    INTERVAL_TO_PREVIOUS,
    /** This and the next interval to twice the median, Q8. */
    BOTH_TO_MEDIAN,
    /** RR interval to the median of the last 256, Q8. */
    INTERVAL_TO_LONG_MEDIAN,
    /** RR interval to the sinus rhythm's, Q8. */
    INTERVAL_TO_SINUS,
    /** Next interval to the sinus rhythm's, Q8. */
    NEXT_TO_SINUS,
    /** How many mean deviations of the sinus rhythm the beat comes early, Q4. */
    EARLINESS,
    /** How much earlier than the earliest of the last eight sinus beats, to the sinus rhythm's interval, Q8. */
    BEFORE_EARLIEST,
    /** Median |difference of successive intervals| of 32 to their median, Q10. */
    IRREGULARITY,
    /** Smallest difference to one of the last eight intervals, to the median, Q10. */
    NEAREST_INTERVAL,
    /** Fibrillation score, 32nds. */
    FIBRILLATION,
    /** Fibrillation score that alternation leaves alone, 32nds. */
    ALTERNATING_FIBRILLATION,
    /** P wave's correlation with that of late beats, Q15. */
    P_CORRELATION,
    /** Mean |P wave − that of late beats|, to the QRS height, Q10. */
    P_DIFFERENCE,
    /** P wave projected on that of late beats, Q8. */
    P_PROJECTION,
    /** P wave's largest distance from its chord, to the QRS height, Q10. */
    P_HEIGHT,
    /** The P template's largest distance from its chord, to the QRS height, Q10. */
    P_TEMPLATE_HEIGHT,
    /** The previous beat's P correlation, Q15. */
    P_CORRELATION_BEFORE,
    /** The next beat's, Q15. */
    P_CORRELATION_AFTER,
    /** P wave's correlation with that of early beats, Q15. */
    EARLY_P_CORRELATION,
    /** Correlation with the late P wave less that with the early, half of it, Q15. */
    P_CORRELATION_LEAD,
    /** Mean |P wave − that of early beats| less that of late beats, to the QRS height, Q10. */
    EARLY_P_DIFFERENCE_LEAD,
    /** The early P template's largest distance from its chord, to the QRS height, Q10. */
    EARLY_P_TEMPLATE_HEIGHT,
    /** Running mean of late beats' correlation with the late P wave, Q15. */
    LATE_BEATS_P,
    /** Running mean of early beats' correlation with the early P wave, Q15. */
    EARLY_BEATS_P,
    /** RR interval to the 90th percentile of the last 64 clean ones, Q8. */
    INTERVAL_TO_SLOW_64,
    /** RR interval to the 90th percentile of the last 256, Q8. */
    INTERVAL_TO_SLOW_256,
    /** RR interval to the slow mode, Q8. */
    INTERVAL_TO_SLOW_MODE,
    /** The slow mode's share of the clean intervals, Q8. */
    SLOW_MODE_MASS,
    /** Next interval to the slow mode, Q8. */
    NEXT_TO_SLOW_MODE,
    /** Share of the last 64 clean intervals that are shorter than 0.87 of the slow mode, Q8. */
    EARLY_SHARE,
    /** Beats since the last one as late as 0.9 of the slow mode, at most 20. */
    BEATS_SINCE_LATE,
    /** RR interval, ms. */
    INTERVAL_MILLIS,
    /** Median of the last 64 clean ones, ms. */
    MEDIAN_MILLIS,
    /** QRS correlation with the normal shape, Q15. */
    QRS_CORRELATION,
    /** Its largest correlation with a shape that comes in time at least a quarter as often, Q15. */
    QRS_ACCEPTED_CORRELATION,
    /** Σ |QRS − normal| to Σ |normal|, Q8. */
    QRS_DISTANCE,
    /** Root mean square to the normal one, Q8. */
    QRS_SIZE,
    /** Largest QRS − normal, to the QRS height, Q10. */
    QRS_MOST_ABOVE,
    /** Smallest QRS − normal, to the QRS height, Q10. */
    QRS_MOST_BELOW,
    /** 1 for the normal shape, 0 for another known one, −1 for a new one. */
    QRS_SHAPE_KNOWN,
    /** RR intervals of beats with this shape to the median one, Q8. */
    SHAPE_INTERVALS,
    /** How much this shape comes in time against the normal one, Q8. */
    SHAPE_STANDING,
    /** Ticks from the first to the last slope above 15 % of the steepest. */
    QRS_WIDTH,
    /** Ticks above half the peak, less the normal shape's. */
    QRS_BROADER,
    /** Steepest slope to the normal shape's, Q8. */
    QRS_STEEPNESS,
    /** Area to 37 QRS heights, Q10. */
    QRS_AREA,
    /** |Area| to the normal shape's, Q8. */
    QRS_AREA_RATIO,
    /** Highest value over the PR level, to the QRS height, Q10. */
    QRS_HIGHEST,
    /** Lowest, Q10. */
    QRS_LOWEST,
    /** Mean of the half before the R wave over the PR level, to the QRS height, Q10. */
    QRS_FIRST_HALF,
    /** Mean of the half after it, Q10. */
    QRS_SECOND_HALF,
    /** T wave's correlation with the normal one, Q15. */
    T_CORRELATION,
    /** T wave's highest value over the PR level, to the QRS height, Q10. */
    T_HIGHEST,
    /** Its lowest, Q10. */
    T_LOWEST,
    /** Mean |T wave − normal|, to the QRS height, Q10. */
    T_DIFFERENCE,
    /** Mean |second difference| beside the QRS complex, 283 … 75 ms before and 167 … 392 ms after, to the QRS height, Q10. */
    NOISE,
    /** RR interval to the mean of the last 64, Q8. */
    INTERVAL_TO_MEAN_64,
    /** RR interval to the mean of the last 256, Q8. */
    INTERVAL_TO_MEAN_256,
    /** RR interval to the 97th percentile of the last 256, Q8. */
    INTERVAL_TO_SLOWEST_256,
    /** Number of the shape, 0 … 7; no input of a model. */
    SHAPE;

    /** Features of a beat. */
    public static final int COUNT = values().length;
}
