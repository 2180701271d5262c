/*
 * Sums of int8 leaf rows into int16 scores: 255 trees of -128 .. 127 stay within int16. With the DSP extension up to eight
 * classes are summed in four registers; see forest.c for other processors.
 */
#ifndef MILLIWATT_MODEL_ROW_SUMS_H
#define MILLIWATT_MODEL_ROW_SUMS_H

#include "milliwatt/bundle.h"

#include <string.h>

#if defined(__ARM_FEATURE_UNALIGNED) && defined(__ARM_FEATURE_DSP)

#define MW_CLASSES_TOGETHER 8U

/* Of classes 0 .. 7: 0 and 2, 1 and 3, 4 and 6, 5 and 7. */
struct mw_row_sums {
    uint32_t a, b, c, d;
};

/* Reads two words, whatever the number of classes: up to 7 bytes behind the last row, where a bundle has more sections. */
static inline void mw_row_sums_add(struct mw_row_sums *sums, const uint8_t *row) {
    uint32_t low;
    uint32_t high;
    memcpy(&low, row, sizeof low);
    memcpy(&high, row + 4, sizeof high);
    __asm__("sxtab16 %0, %0, %1" : "+r"(sums->a) : "r"(low));
    __asm__("sxtab16 %0, %0, %1, ror #8" : "+r"(sums->b) : "r"(low));
    __asm__("sxtab16 %0, %0, %1" : "+r"(sums->c) : "r"(high));
    __asm__("sxtab16 %0, %0, %1, ror #8" : "+r"(sums->d) : "r"(high));
}

/* Writes the scores of the first `classes`, at most eight. */
static inline void mw_row_sums_end(const struct mw_row_sums *sums, int16_t *scores, uint32_t classes) {
    uint32_t pairs[4] = {(sums->a & 0xFFFFU) | sums->b << 16, sums->a >> 16 | (sums->b & 0xFFFF0000U),
                         (sums->c & 0xFFFFU) | sums->d << 16, sums->c >> 16 | (sums->d & 0xFFFF0000U)};
    const uint32_t *pair = pairs;
    uint32_t class = 0;
    for (; class < MW_CLASSES_TOGETHER && class + 1 < classes; class += 2) {
        memcpy(scores + class, pair++, sizeof *pair);
    }
    if (class < MW_CLASSES_TOGETHER && class < classes) {
        scores[class] = (int16_t)*pair;
    }
}

#endif
#endif
