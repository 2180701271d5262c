#include "milliwatt/dsp.h"
#include "soil_parts.h"

/* 1.39 and 0.409 radians as parts of 2^32 a turn; a turn in Q16 radians; the eccentricity, Q15; (24 60 / pi) 0.082 0.408 in 0.01 mm. */
#define SOLSTICE_PHASE 950155733U
#define DECLINATION_PHASE 279578198LL
#define TURN_Q16 411775LL
#define DISTANCE_Q15 1081LL
#define SOLAR_CONSTANT 1534LL
#define CENTIDEGREES_PER_TURN 36000
#define DAYS 365
#define TURN 4294967296LL
#define MINUTES_PER_TURN 2880

/* The largest phase, of twelve bits below half a turn, at which the sun still stands above the horizon. */
static int64_t sunset_of(int64_t sines, int64_t cosines) {
    int64_t phase = 0;
    for (int64_t bit = 1LL << 30; bit >= 1LL << 19; bit >>= 1) {
        if (mw_cosine_q15((uint32_t)(phase + bit)) * cosines >= -sines * 32767) {
            phase += bit;
        }
    }
    return phase;
}

/* FAO-56, equations 21 to 25 and 34. Headroom: products of sines are below 2^30, times a quarter wave or an angle in Q16 below 2^49. */
struct mw_sun mw_sun_at(int16_t latitude_centidegrees, uint32_t day_of_year) {
    uint32_t latitude = (uint32_t)(latitude_centidegrees * TURN / CENTIDEGREES_PER_TURN);
    uint32_t year = (uint32_t)((int64_t)day_of_year * TURN / DAYS);
    uint32_t declination = (uint32_t)(DECLINATION_PHASE * mw_sine_q15(year - SOLSTICE_PHASE) >> 15);
    int64_t sines = (int64_t)mw_sine_q15(latitude) * mw_sine_q15(declination);
    int64_t cosines = (int64_t)mw_cosine_q15(latitude) * mw_cosine_q15(declination);
    int64_t sunset = sunset_of(sines, cosines);
    int64_t angle_q16 = sunset * TURN_Q16 >> 32;
    int64_t above = (angle_q16 * sines >> 30) + ((cosines >> 15) * mw_sine_q15((uint32_t)sunset) >> 14);
    int64_t distance_q15 = 32768 + (DISTANCE_Q15 * mw_cosine_q15(year) >> 15);
    struct mw_sun sun = {.day_length_minutes = (int32_t)(sunset * MINUTES_PER_TURN >> 32),
                         .radiation = (int32_t)(SOLAR_CONSTANT * distance_q15 * mw_max(0, above) >> 31)};
    return sun;
}

/* Years begin in March here, so that the leap day comes last: Howard Hinnant, "chrono-compatible low-level date algorithms". */
uint32_t mw_day_of_year(int64_t epoch_day) {
    int64_t day = epoch_day + 719468;
    uint32_t of_era = (uint32_t)(day - mw_floor_divide(day, 146097) * 146097);
    uint32_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    uint32_t since_march = of_era - (365 * year + year / 4 - year / 100);
    bool leap = year % 4 == 0 && (year % 100 != 0 || year == 0);
    return since_march >= 306 ? since_march - 305 : since_march + (leap ? 61U : 60U);
}
