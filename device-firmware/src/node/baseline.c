/* The baseline that a node learns itself: windows into it, commands on it, and what it tells the server. */
#include "milliwatt/error.h"
#include "state.h"

#include <stddef.h>

/* Kinds of state in frame kind 7. */
enum state_kind { STATE_GAUSSIAN = 1, STATE_KMEANS = 2 };

static bool learns(const struct mw_node *node) { return node->bundle.learning.bytes != NULL; }

void mw_baseline_start(struct mw_node *node, void *memory) {
    if (learns(node)) {
        mw_learning_start(&node->learning, &node->bundle, memory);
        /* From now on the model scores with what is learnt; until then nothing is judged. */
        node->bundle.model.bytes = node->learning.body;
    }
}

bool mw_baseline_is_ready(const struct mw_node *node) { return !learns(node) || mw_learning_is_learnt(&node->learning); }

int mw_baseline_window(struct mw_node *node, const struct mw_features *features, uint16_t quality) {
    int16_t inputs[MW_MAX_INPUTS];
    if (!learns(node)) {
        return MW_OK;
    }
    int result = mw_model_inputs(&node->bundle, features->values, features->count, inputs);
    if (result == MW_OK && mw_learning_window(&node->learning, inputs, quality)) {
        return mw_node_send_learning(node);
    }
    return result;
}

int mw_node_freeze_baseline(struct mw_node *node) {
    if (!learns(node)) {
        return MW_ERROR_UNSUPPORTED;
    }
    mw_learning_freeze(&node->learning);
    return MW_OK;
}

int mw_node_learn_anew(struct mw_node *node) {
    if (node->monitoring.watches) {
        return mw_monitoring_anew(node);
    }
    if (node->irrigating.is_set_up) {
        return mw_irrigating_anew(node);
    }
    uint32_t baselines = mw_recipe_forget_baselines(&node->recipe);
    if (learns(node)) {
        mw_learning_restart(&node->learning);
    }
    if (baselines == 0 && !learns(node)) {
        return MW_ERROR_UNSUPPORTED;
    }
    node->quality |= MW_QUALITY_WARMING_UP;
    return MW_OK;
}

int mw_node_send_learning(struct mw_node *node) {
    if (!learns(node)) {
        return MW_ERROR_UNSUPPORTED;
    }
    uint32_t length = mw_learning_state_length(&node->learning);
    struct mw_cbor out = mw_outbox_begin(node, MW_FRAME_LEARNING_UPDATE, length);
    if (out.bytes == NULL) {
        return MW_OK;
    }
    struct mw_learning_body body = {node->bundle.recipe_id, node->bundle.recipe_version,
                                    node->bundle.kind == MW_MODEL_KMEANS ? STATE_KMEANS : STATE_GAUSSIAN, length};
    mw_frame_learning_update(&out, &body);
    /* The room reserved holds it: its overhead is more than the head takes. */
    mw_learning_write(&node->learning, out.bytes + out.length);
    out.length += length;
    return mw_outbox_finish(node, &out, 0);
}
