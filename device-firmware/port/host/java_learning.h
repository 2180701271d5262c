#ifndef MILLIWATT_HOST_JAVA_LEARNING_H
#define MILLIWATT_HOST_JAVA_LEARNING_H

#include "milliwatt/learning.h"

/* A learning with the bundle it learns for; its tables follow in the same memory. */
struct mw_java_learning {
    struct mw_bundle bundle;
    struct mw_learning learning;
};

/* Bytes of memory, or a negative error of mw_bundle_parse, or MW_ERROR_NOT_FOUND without a learning section. */
int64_t mw_java_learning_size(const uint8_t *bytes, int64_t length);

/* Begins in `memory`, aligned to 8, for a bundle that gave a size. */
void mw_java_learning_open(struct mw_java_learning *memory, const uint8_t *bytes, int64_t length);

/* The functions of milliwatt/learning.h. */
int mw_java_learning_window(struct mw_java_learning *java, const int16_t *inputs, int quality);
void mw_java_learning_freeze(struct mw_java_learning *java);
void mw_java_learning_restart(struct mw_java_learning *java);
int mw_java_learning_state_length(const struct mw_java_learning *java);
void mw_java_learning_write(const struct mw_java_learning *java, uint8_t *bytes);
int mw_java_learning_read(struct mw_java_learning *java, const uint8_t *bytes, int length);

/* Scores with what is learnt. Returns 0, or MW_ERROR_NOT_FOUND before it is. */
int mw_java_learning_score(const struct mw_java_learning *java, const int16_t *inputs, int16_t *scores);

#endif
