#include "bytes.h"
#include "kinds.h"
#include "milliwatt/error.h"
#include "milliwatt/model.h"

int mw_model_inputs(const struct mw_bundle *bundle, const int32_t *values, uint32_t count, int16_t *inputs) {
    if (bundle->takes_array) {
        return MW_ERROR_RECIPE;
    }
    for (uint32_t input = 0; input < bundle->inputs; input++) {
        const uint8_t *source = bundle->input_map.bytes + 2 * input;
        if (source[0] >= count) {
            return MW_ERROR_RECIPE;
        }
        inputs[input] = mw_shifted_to_i16(values[source[0]], source[1]);
    }
    return MW_OK;
}

uint32_t mw_model_scratch_size(const struct mw_bundle *bundle) {
    return bundle->kind == MW_MODEL_NETWORK ? bundle->scratch_bytes : 0;
}

void mw_model_score(const struct mw_model *model, const int16_t *inputs, int16_t *scores) {
    const struct mw_bundle *bundle = model->bundle;
    if (MW_HAS_KIND(MW_MODEL_NETWORK) && bundle->kind == MW_MODEL_NETWORK) {
        mw_network_score(model, inputs, scores);
    } else if (MW_HAS_KIND(MW_MODEL_FOREST) && bundle->kind == MW_MODEL_FOREST) {
        mw_forest_score(bundle, inputs, scores);
    } else if (MW_HAS_KIND(MW_MODEL_LINEAR) && bundle->kind == MW_MODEL_LINEAR) {
        mw_linear_score(bundle, inputs, scores);
    } else if ((MW_HAS_KIND(MW_MODEL_KMEANS) && bundle->kind == MW_MODEL_KMEANS) ||
               (MW_HAS_KIND(MW_MODEL_GAUSSIAN) && bundle->kind == MW_MODEL_GAUSSIAN)) {
        mw_kmeans_score(bundle, inputs, scores);
    } else if (MW_HAS_KIND(MW_MODEL_SHARED_FOREST) && bundle->kind == MW_MODEL_SHARED_FOREST) {
        mw_shared_forest_score(bundle, inputs, scores);
    } else if (MW_HAS_KIND(MW_MODEL_CENTROID)) {
        mw_centroid_score(bundle, inputs, scores);
    }
}

/* `inputs` has room for the values of every kind but a network, which may take too many for a copy. */
static void score_array(const struct mw_model *model, int16_t *inputs, int16_t *scores) {
    const struct mw_bundle *bundle = model->bundle;
    if (MW_HAS_KIND(MW_MODEL_NETWORK) && bundle->kind == MW_MODEL_NETWORK) {
        mw_network_score(model, NULL, scores);
        return;
    }
    for (uint32_t input = 0; input < bundle->inputs; input++) {
        inputs[input] = mw_shifted_to_i16(model->array[input], bundle->array_shift);
    }
    mw_model_score(model, inputs, scores);
}

int mw_model_score_window(const struct mw_model *model, const int32_t *values, uint32_t count, int16_t *scores) {
    int16_t inputs[MW_MAX_INPUTS];
    if (model->bundle->takes_array) {
        if (model->array == NULL) {
            return MW_ERROR_RECIPE;
        }
        score_array(model, inputs, scores);
        return MW_OK;
    }
    int result = mw_model_inputs(model->bundle, values, count, inputs);
    if (result == MW_OK) {
        mw_model_score(model, inputs, scores);
    }
    return result;
}

uint16_t mw_model_winner(const int16_t *scores, uint16_t classes) {
    uint16_t winner = 0;
    for (uint16_t class = 1; class < classes; class++) {
        if (scores[class] > scores[winner]) {
            winner = class;
        }
    }
    return winner;
}

void mw_model_probabilities(const struct mw_bundle *bundle, const int16_t *scores, uint8_t *probabilities) {
    mw_probabilities_of(scores, bundle->classes, bundle->probability_multiplier, probabilities);
}

void mw_probabilities_of(const int16_t *scores, uint16_t classes, uint16_t multiplier, uint8_t *probabilities) {
    /* round(32768 * 2^(-i/16)) */
    static const uint16_t sixteenth_octaves[16] = {32768, 31379, 30048, 28774, 27554, 26386, 25268, 24196,
                                                   23170, 22188, 21247, 20347, 19484, 18658, 17867, 17109};
    uint32_t weights[MW_MAX_CLASSES];
    uint32_t sum = 0;
    int32_t largest = scores[mw_model_winner(scores, classes)];
    for (uint32_t class = 0; class < classes; class++) {
        /* 65535 * 65535 < 2^32 */
        uint32_t sixteenths = (uint32_t)(largest - scores[class]) * multiplier >> 12;
        uint32_t octaves = sixteenths >> 4;
        weights[class] = octaves > 15 ? 0 : (uint32_t)sixteenth_octaves[sixteenths & 15] >> octaves;
        sum += weights[class];
    }
    for (uint32_t class = 0; class < classes; class++) {
        /* The winner's weight is 32768, so the sum is never 0. */
        probabilities[class] = (uint8_t)((255 * weights[class] + sum / 2) / sum);
    }
}

/* Scores little-endian inputs. A network's lie at a multiple of 2 and may be too many for a copy. */
static void score_bytes(const struct mw_model *model, const uint8_t *at, int16_t *scores) {
    int16_t inputs[MW_MAX_INPUTS];
    if (MW_HAS_KIND(MW_MODEL_NETWORK) && model->bundle->kind == MW_MODEL_NETWORK) {
        mw_model_score(model, (const int16_t *)(const void *)at, scores);
        return;
    }
    for (uint32_t input = 0; input < model->bundle->inputs; input++, at += 2) {
        inputs[input] = mw_i16(at);
    }
    mw_model_score(model, inputs, scores);
}

int mw_model_self_test(const struct mw_model *model) {
    const struct mw_bundle *bundle = model->bundle;
    uint32_t count = mw_u16(bundle->vectors.bytes);
    const uint8_t *at = bundle->vectors.bytes + 8;
    for (uint32_t vector = 0; vector < count; vector++) {
        int16_t scores[MW_MAX_CLASSES];
        score_bytes(model, at, scores);
        at += 2 * bundle->inputs;
        for (uint32_t class = 0; class < bundle->classes; class++, at += 2) {
            if (scores[class] != mw_i16(at)) {
                return MW_ERROR_SELF_TEST;
            }
        }
    }
    return MW_OK;
}
