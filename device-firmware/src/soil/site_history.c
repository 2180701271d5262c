#include "milliwatt/dsp.h"
#include "soil_parts.h"

#include <string.h>

enum { DRY_DAY_TENTHS = 10, LONGEST_DRY = 30, USUAL_AIR = 1000, USUAL_RANGE = 1000, SEASON_DAYS = 10, SETTLING = 2 };

void mw_site_history_begin(struct mw_site_history *site) {
    memset(site, 0, sizeof *site);
    site->days_since_rain = LONGEST_DRY;
    site->air = USUAL_AIR;
}

/* Hargreaves, Samani 1985 (FAO-56, equation 52), 0.01 mm. Headroom: below 23 * 2^11 * 2^16 * 2^12. */
static int32_t hargreaves(int32_t radiation, int32_t air, int32_t range) {
    int64_t root = mw_integer_square_root(100LL * range);
    return (int32_t)(23LL * radiation * mw_max(0, air + 1780) * root / 100000000);
}

void mw_site_history_end_day(struct mw_site_history *site, int16_t latitude_centidegrees, uint32_t day_of_year,
                             uint16_t rain, int16_t mean, int16_t range, int16_t soil) {
    memmove(site->rain + 1, site->rain, (MW_SOIL_RAIN_DAYS - 1) * sizeof site->rain[0]);
    site->rain[0] = rain;
    site->antecedent_q4 = site->antecedent_q4 * 9 / 10 + 16 * rain; /* below 10 * 2^20 */
    site->days_since_rain = (uint8_t)(rain >= DRY_DAY_TENTHS ? 0 : mw_min(LONGEST_DRY, site->days_since_rain + 1));
    if (mw_soil_known(mean)) {
        site->air = mean;
    } else if (mw_soil_known(soil)) {
        site->air = soil;
    }
    struct mw_sun sun = mw_sun_at(latitude_centidegrees, day_of_year);
    int32_t width = mw_soil_known(range) ? (int32_t)mw_max(0, range) : USUAL_RANGE;
    site->evapotranspiration = hargreaves(sun.radiation, site->air, width);
    if (!site->primed) {
        site->primed = true;
        site->air_q8 = site->air * 256;
        site->evapotranspiration_q8 = site->evapotranspiration * 256;
    }
    site->air_q8 += (site->air * 256 - site->air_q8) >> SETTLING;
    site->evapotranspiration_q8 += (site->evapotranspiration * 256 - site->evapotranspiration_q8) >> SETTLING;
    site->day_length = (int16_t)sun.day_length_minutes;
    uint32_t before = day_of_year > SEASON_DAYS ? day_of_year - SEASON_DAYS : day_of_year + 365U - SEASON_DAYS;
    site->day_length_gain =
        (int16_t)(sun.day_length_minutes - mw_sun_at(latitude_centidegrees, before).day_length_minutes);
}
