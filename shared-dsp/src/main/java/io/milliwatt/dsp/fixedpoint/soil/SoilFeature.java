package io.milliwatt.dsp.fixedpoint.soil;

/**
 * The inputs of a depth's forecast, in the order of its array, each int16. Water contents are in 0.01 % by volume; a <i>root</i> of rain is
 * 100 √mm.
 */
public enum SoilFeature {
    /** Today's mean. */
    WATER,
    /** Since yesterday. */
    CHANGE_OF_1_DAY,
    CHANGE_OF_3_DAYS,
    CHANGE_OF_7_DAYS,
    /** (today − driest) / (wettest − driest + 2 %), 10,000ths. */
    RELATIVE,
    /** Wettest so far − today. */
    BELOW_WETTEST,
    /** Today − driest so far. */
    ABOVE_DRIEST,
    /** Share of the water above the driest that a dry day takes, Q13. */
    DRYING,
    /** Four standard deviations around the running mean. */
    FOUR_DEVIATIONS,
    /** What a dry day would take, sixteenths of 0.01 %. */
    DRYING_NEXT_DAY,
    /** Today − running mean. */
    ABOVE_MEAN,
    /** Days known, up to 255. */
    DAYS_KNOWN,
    /** Root of today's rain and irrigation. */
    RAIN_TODAY,
    RAIN_YESTERDAY,
    /** Root of the sum of three days, today's among them. */
    RAIN_OF_3_DAYS,
    RAIN_OF_7_DAYS,
    /** Root of the antecedent rain: each day nine tenths of the day before's, and its own. */
    ANTECEDENT_RAIN,
    /** Days since 1 mm fell, at most 30. */
    DAYS_SINCE_RAIN,
    /** Today's mean temperature of the air, 0.01 °C. */
    AIR,
    /** The same, settled over about four days. */
    AIR_SETTLED,
    /** Reference evapotranspiration after Hargreaves, 0.01 mm. */
    EVAPOTRANSPIRATION,
    EVAPOTRANSPIRATION_SETTLED,
    /** Minutes. */
    DAY_LENGTH,
    /** Minutes more than ten days ago. */
    DAY_LENGTH_GAIN,
    /** Soil temperature at the depth, 0.01 °C; where unknown, the settled air. */
    SOIL,
    /** 100 where the next shallower depth is known today, else 0, and all of it 0. */
    ABOVE_KNOWN,
    ABOVE_CHANGE_OF_1_DAY,
    ABOVE_RELATIVE,
    ABOVE_BELOW_WETTEST,
    /** The same of the next deeper depth. */
    BELOW_KNOWN,
    BELOW_CHANGE_OF_1_DAY,
    BELOW_RELATIVE,
    BELOW_BELOW_WETTEST,
    /** log₂ of the depth in mm, Q10. */
    DEPTH_LOGARITHM,
    /** Millimetres. */
    DEPTH,
    /** 100 where the rain of the next seven days is known, else 0, and all that follows 0. */
    RAIN_KNOWN,
    /** Root of tomorrow's rain. */
    RAIN_IN_1_DAY,
    RAIN_IN_2_DAYS,
    RAIN_IN_3_DAYS,
    RAIN_IN_4_DAYS,
    RAIN_IN_5_DAYS,
    RAIN_IN_6_DAYS,
    RAIN_IN_7_DAYS,
    /** Root of the sum of the next three days. */
    RAIN_OF_NEXT_3_DAYS,
    RAIN_OF_NEXT_7_DAYS,
    /** Root of what is left of the next three days' rain at their end if each day takes a fifth. */
    RAIN_LEFT_AFTER_3_DAYS,
    RAIN_LEFT_AFTER_7_DAYS,
    /** Root of the wettest of the next seven days. */
    RAIN_OF_WETTEST_DAY;

    public static final int COUNT = values().length;

    /** The first that tells of rain to come. */
    public static final int FIRST_OF_FUTURE = RAIN_KNOWN.ordinal();
}
