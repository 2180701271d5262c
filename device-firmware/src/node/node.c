#include "milliwatt/node.h"

#include "milliwatt/error.h"
#include "state.h"

#include <assert.h>
#include <string.h>

#define LARGEST_SPEED_MILLIHERTZ 1000000U
#define LARGEST_RING (1U << 30)

/* Java writes this struct by offset (NodeConfigurationLayout). */
static_assert(sizeof(struct mw_node_configuration) == 176, "layout of mw_node_configuration");

/* Offsets within the node's memory. */
struct layout {
    size_t recipe_state;
    size_t heart;
    size_t learning;
    size_t block;
    size_t streams;
    size_t scratch;
    size_t store;
    size_t end;
    uint32_t recipe_state_length;
    uint32_t block_length;
    uint32_t stream_length;
};

static size_t aligned(size_t offset) { return (offset + 7U) & ~(size_t)7U; }

static bool configuration_holds(const struct mw_node_configuration *configuration) {
    return configuration->shaft_speed_millihertz <= LARGEST_SPEED_MILLIHERTZ &&
           configuration->feature_interval_windows >= 1 && configuration->capture_blocks >= 1 &&
           configuration->domain >= MW_DOMAIN_VIBRATION && configuration->domain <= MW_DOMAIN_IRRIGATION &&
           configuration->unit >= 1 && configuration->unit <= 6 && configuration->ring_bytes <= LARGEST_RING &&
           configuration->streamed_channels <= MW_STREAMS;
}

static int lay_out(struct layout *layout, const struct mw_node_configuration *configuration,
                   const struct mw_bundle *bundle) {
    int32_t state = mw_recipe_state_size(bundle->recipe.bytes, bundle->recipe.length);
    if (state < 0) {
        return state;
    }
    if (mw_recipe_id(bundle->recipe.bytes) != bundle->recipe_id ||
        mw_recipe_version(bundle->recipe.bytes) != bundle->recipe_version ||
        !mw_decision_fits_recipe(bundle, mw_recipe_value_count(bundle->recipe.bytes))) {
        return MW_ERROR_RECIPE;
    }
    if (bundle->takes_array && mw_recipe_array_length(bundle->recipe.bytes, bundle->recipe.length,
                                                      bundle->array_step) != bundle->inputs) {
        return MW_ERROR_RECIPE;
    }
    uint32_t one_second = mw_recipe_sample_rate_millihertz(bundle->recipe.bytes) / 1000;
    one_second = one_second < 1 ? 1 : one_second; /* a slow sensor's block is one reading */
    uint32_t block = configuration->capture_block_samples == 0 ? one_second : configuration->capture_block_samples;
    if (block < 1 || block > one_second || !mw_duty_holds(configuration, bundle->recipe.bytes)) {
        return MW_ERROR_ARGUMENT;
    }
    layout->recipe_state_length = (uint32_t)state;
    layout->block_length = block;
    layout->recipe_state = aligned(sizeof(struct mw_node));
    layout->heart = aligned(layout->recipe_state + layout->recipe_state_length);
    layout->learning = layout->heart;
    if (mw_heart_is_watched(bundle)) {
        if (!mw_heart_fits(bundle)) {
            return MW_ERROR_RECIPE;
        }
        if (configuration->burst_windows > 0) {
            return MW_ERROR_ARGUMENT; /* a heart is watched all the time */
        }
        layout->learning = aligned(layout->heart + mw_heart_state_size());
    }
    if (mw_soil_is_watched(bundle) && !mw_soil_fits(bundle)) {
        return MW_ERROR_RECIPE;
    }
    layout->block = layout->learning;
    if (bundle->learning.bytes != NULL) {
        layout->block = aligned(layout->learning + mw_learning_memory_size(bundle));
    }
    layout->stream_length = one_second;
    layout->streams = aligned(layout->block + block * sizeof(int16_t));
    size_t streamed = (size_t)configuration->streamed_channels * one_second;
    layout->scratch = aligned(layout->streams + streamed * sizeof(int16_t));
    layout->store = aligned(layout->scratch + mw_model_scratch_size(bundle));
    layout->end = aligned(layout->store + configuration->ring_bytes);
    return MW_OK;
}

static int parse_and_lay_out(struct mw_bundle *bundle, struct layout *layout,
                             const struct mw_node_configuration *configuration, const uint8_t *bytes, size_t length) {
    if (!configuration_holds(configuration)) {
        return MW_ERROR_ARGUMENT;
    }
    int result = mw_bundle_parse(bundle, bytes, length);
    return result < 0 ? result : lay_out(layout, configuration, bundle);
}

int64_t mw_node_size(const struct mw_node_configuration *configuration, const uint8_t *bundle, size_t length) {
    struct mw_bundle parsed;
    struct layout layout;
    int result = parse_and_lay_out(&parsed, &layout, configuration, bundle, length);
    return result < 0 ? result : (int64_t)layout.end;
}

int mw_node_start(struct mw_node **started, void *memory, size_t memory_length,
                  const struct mw_node_configuration *configuration, const uint8_t *bundle, size_t length,
                  const struct mw_crypto *crypto) {
    return mw_node_start_with(started, memory, memory_length, configuration, bundle, length, crypto, NULL);
}

int mw_node_start_with(struct mw_node **started, void *memory, size_t memory_length,
                       const struct mw_node_configuration *configuration, const uint8_t *bundle, size_t length,
                       const struct mw_crypto *crypto, const struct mw_update *update) {
    struct mw_bundle parsed;
    struct layout layout;
    uint8_t digest[MW_DIGEST_LENGTH];
    uint8_t *base = memory;
    int result = parse_and_lay_out(&parsed, &layout, configuration, bundle, length);
    if (result == MW_OK && memory_length < layout.end) {
        result = MW_ERROR_MEMORY;
    }
    if (result == MW_OK) {
        result = mw_node_accept(configuration, &parsed, crypto, update);
    }
    if (result == MW_OK) {
        const struct mw_model model = {.bundle = &parsed, .scratch = base + layout.scratch};
        result = mw_model_self_test(&model);
    }
    if (result == MW_OK) {
        result = crypto->sha256(bundle, length, digest);
    }
    if (result < 0) {
        return result;
    }
    struct mw_node *node = memory;
    memset(node, 0, sizeof *node);
    node->configuration = *configuration;
    node->crypto = crypto;
    node->bundle = parsed;
    node->model.bundle = &node->bundle;
    node->model.scratch = base + layout.scratch;
    memcpy(node->bundle_digest, digest, sizeof node->bundle_digest);
    node->recipe_state = base + layout.recipe_state;
    node->recipe_state_length = layout.recipe_state_length;
    mw_baseline_start(node, base + layout.learning);
    node->capture.samples = (int16_t *)(void *)(base + layout.block);
    node->capture.block_length = layout.block_length;
    node->stream_length = layout.stream_length;
    for (uint32_t channel = 0; channel < configuration->streamed_channels; channel++) {
        node->streams[channel].samples = (int16_t *)(void *)(base + layout.streams) + (size_t)channel * layout.stream_length;
    }
    node->store.memory = base + layout.store;
    node->store.capacity = configuration->ring_bytes & ~(uint32_t)3U;
    node->sample_rate_millihertz = mw_recipe_sample_rate_millihertz(parsed.recipe.bytes);
    node->quality = MW_QUALITY_WARMING_UP;
    node->ledger.counts[MW_LEDGER_BURST_WINDOWS] = configuration->burst_windows;
    node->ledger.counts[MW_LEDGER_BURST_INTERVAL] = configuration->burst_interval_seconds;
    result = mw_recipe_start(&node->recipe, parsed.recipe.bytes, parsed.recipe.length, node->recipe_state,
                             node->recipe_state_length, &configuration->sensor);
    if (result == MW_OK) {
        result = mw_recipe_set_shaft_speed(&node->recipe, configuration->shaft_speed_millihertz);
    }
    if (result == MW_OK) {
        result = mw_monitoring_start(node, base + layout.heart);
    }
    if (result == MW_OK) {
        *started = node;
    }
    return result;
}

int mw_node_shaft_speed(struct mw_node *node, uint32_t millihertz) {
    return mw_recipe_set_shaft_speed(&node->recipe, millihertz);
}

static int tell_change(struct mw_node *node, const struct mw_event_change *change) {
    const struct mw_event_body event = {.verdict = change->verdict,
                                        .probability = change->probability,
                                        .urgency = change->urgency,
                                        .onset = change->onset};
    return mw_outbox_event(node, &event);
}

static int finish_window(struct mw_node *node, struct mw_features *features) {
    struct mw_judgement judgement;
    struct mw_event_change change = {0};
    if (node->window_broken) {
        features->quality |= MW_QUALITY_WARMING_UP;
        node->window_broken = false;
    }
    uint16_t found = features->quality;
    bool ready = mw_baseline_is_ready(node);
    features->quality |= ready ? 0 : MW_QUALITY_WARMING_UP;
    node->quality = features->quality;
    if (node->bundle.takes_array) {
        uint32_t count = 0; /* as many as the model has inputs: lay_out made sure */
        node->model.array = mw_recipe_array(&node->recipe, node->bundle.array_step, &count);
    }
    int judged =
        ready ? mw_decision_judge(&node->model, features->values, features->count, features->quality, &judgement) : 0;
    if (judged < 0) {
        return judged;
    }
    bool changed = judged == 1 && mw_decision_count(&node->bundle, &node->votes, &judgement, &change);
    int result = changed ? tell_change(node, &change) : MW_OK;
    if (result == MW_OK) {
        result = mw_baseline_window(node, features, found);
    }
    if (result < 0) {
        return result;
    }
    bool told = mw_duty_window(node, judged == 1 ? &judgement : NULL);
    node->ledger.counts[MW_LEDGER_WINDOWS]++;
    node->ledger.counts[MW_LEDGER_JUDGED] += judged == 1 ? 1U : 0U;
    result = mw_updating_window(node, features->quality, judged == 1 ? &judgement : NULL, changed && change.onset);
    if (result < 0) {
        return result;
    }
    node->windows_since_features++;
    /* The window that changed the verdict is told whatever the interval: it is the event's evidence. */
    if (!told || (node->windows_since_features < node->configuration.feature_interval_windows && !changed)) {
        return MW_OK;
    }
    node->windows_since_features = 0;
    return mw_outbox_features(node, features, judged == 1 ? &judgement : NULL);
}

/* Marks events that nobody has acknowledged in time. */
static void notice_overdue(struct mw_node *node) {
    uint32_t now = (uint32_t)node->now_millis;
    struct mw_record *each = mw_store_next(&node->store, NULL);
    for (; each != NULL; each = mw_store_next(&node->store, each)) {
        if ((each->flags & MW_RECORD_ONSET) != 0 &&
            mw_elapsed(now, each->built_millis, MW_EVENT_ACKNOWLEDGEMENT_MILLIS)) {
            each->flags |= MW_RECORD_OVERDUE;
        }
    }
}

int mw_node_keep_time(struct mw_node *node, uint64_t now_millis) {
    uint32_t now = (uint32_t)now_millis;
    bool first = !node->running;
    node->now_millis = now_millis;
    if (first) {
        node->running = true;
        node->started_millis = now_millis;
        node->capture_seconds = (uint32_t)(now_millis / 1000) - node->configuration.capture_interval_seconds;
        for (struct mw_record *each = mw_store_next(&node->store, NULL); each != NULL;
             each = mw_store_next(&node->store, each)) {
            each->built_millis = now; /* an event from before the restart has its ten seconds anew */
        }
    }
    if (now_millis < node->started_millis) {
        node->started_millis = now_millis; /* the clock was set back */
    }
    notice_overdue(node);
    bool alarm = mw_node_local_alarm(node, now_millis);
    uint32_t interval =
        mw_soil_is_watched(&node->bundle) ? MW_SOIL_STATUS_INTERVAL_MILLIS : MW_STATUS_INTERVAL_MILLIS;
    if (first || alarm != node->alarm_told ||
        (!node->duty.resting && mw_elapsed(now, node->status_millis, interval))) {
        node->status_millis = now;
        node->alarm_told = alarm;
        int result = mw_outbox_status(node);
        if (result < 0) {
            return result;
        }
    }
    /* The server takes a new boot as a clean slate: what still stands is told again. */
    if (first && node->votes.standing != 0) {
        struct mw_event_change change = mw_decision_standing(&node->bundle, &node->votes);
        int result = tell_change(node, &change);
        if (result < 0) {
            return result;
        }
    }
    return mw_updating_time(node, first);
}

/* Through the recipe, window by window, until the node rests. */
static __attribute__((noinline)) int run_recipe(struct mw_node *node, const int16_t *samples, uint32_t count) {
    int result = MW_OK;
    while (result == MW_OK && count > 0 && !node->duty.resting) {
        struct mw_features features;
        uint32_t taken = mw_recipe_accept(&node->recipe, samples, count, &features);
        if (features.count > 0) {
            result = finish_window(node, &features);
        }
        node->ledger.counts[MW_LEDGER_SAMPLES] += taken;
        samples += taken;
        count -= taken;
    }
    return result;
}

int mw_node_samples(struct mw_node *node, const int16_t *samples, uint32_t count, uint64_t now_millis) {
    if (mw_soil_is_watched(&node->bundle)) {
        return MW_ERROR_ARGUMENT;
    }
    bool sampling = mw_duty_samples(node, count, now_millis);
    int result = mw_node_keep_time(node, now_millis);
    if (result == MW_OK && sampling) {
        uint32_t first = node->timeline.samples;
        mw_timeline_advance(&node->timeline, count, node->sample_rate_millihertz, now_millis);
        result = mw_capture_samples(node, samples, count);
        if (result == MW_OK) {
            result = mw_streaming_samples(node, 0, samples, count, first);
        }
    }
    if (result < 0) {
        return result;
    }
    return sampling && node->monitoring.watches ? mw_monitoring_samples(node, samples, count)
                                                : run_recipe(node, samples, count);
}
