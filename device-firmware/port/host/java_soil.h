/* Entry points that exist for Java only: a soil watched as a node would watch it, without the node. */
#ifndef MILLIWATT_PORT_JAVA_SOIL_H
#define MILLIWATT_PORT_JAVA_SOIL_H

#include "milliwatt/soil.h"

#include <stdint.h>

struct mw_java_soil;

/* Four flags, need, tenths to the refill line, whether a day ended, whether to report. */
#define MW_JAVA_SOIL_ROW 8

/* Bytes of memory, aligned to 8, that Java keeps; or a negative error of mw_bundle_parse, or MW_ERROR_RECIPE for a bundle that
 * watches no soil. */
int64_t mw_java_soil_size(const uint8_t *bytes, int64_t length);

/* Checks digest and self-test, and starts. `bytes` stay where they are. Returns 0 or a negative error. */
int mw_java_soil_open(struct mw_java_soil *soil, const uint8_t *bytes, int64_t length, const struct mw_soil_settings *settings);

/* Returns 1 with the row filled, 0 for a sample that changed nothing. */
int mw_java_soil_accept(struct mw_java_soil *soil, const struct mw_soil_sample *sample, int32_t row[MW_JAVA_SOIL_ROW]);

/* As mw_soil_forecast and mw_soil_inputs: 1 or 0. */
int mw_java_soil_forecast(const struct mw_java_soil *soil, uint32_t depth, int16_t changes[MW_SOIL_HORIZONS]);
int mw_java_soil_inputs(const struct mw_java_soil *soil, uint32_t depth, int16_t inputs[MW_SOIL_FEATURES]);

/* `tenths` NULL: nothing is known. */
void mw_java_soil_expect_rain(struct mw_java_soil *soil, const uint16_t *tenths, int64_t first_day);

/* As mw_soil_set_lines and mw_soil_forget. */
void mw_java_soil_set_lines(struct mw_java_soil *soil, uint32_t depth, int32_t refill, int32_t full);
void mw_java_soil_forget(struct mw_java_soil *soil);

/* Day length and radiation, and the day of the year of a day since 1970, for their tests. */
void mw_java_sun(int32_t latitude_centidegrees, uint32_t day_of_year, int32_t result[2]);
int32_t mw_java_day_of_year(int64_t epoch_day);

#endif
