#include "milliwatt/error.h"
#include "state.h"

#include <string.h>

void mw_node_request_capture(struct mw_node *node, uint32_t capture_id) {
    node->capture.wanted = true;
    node->capture.wanted_id = capture_id;
}

static void begin_if_due(struct mw_node *node) {
    struct mw_capture *capture = &node->capture;
    uint32_t now_seconds = (uint32_t)(node->now_millis / 1000);
    uint32_t interval = node->configuration.capture_interval_seconds;
    bool due = interval > 0 && mw_elapsed(now_seconds, node->capture_seconds, interval);
    if (capture->running || (!capture->wanted && !due)) {
        return;
    }
    /* A periodic capture is named by its second, which grows over restarts as well. */
    capture->id = capture->wanted ? capture->wanted_id : now_seconds;
    if (due) {
        node->capture_seconds = now_seconds;
    }
    capture->wanted = false;
    capture->running = true;
    capture->block = 0;
    capture->filled = 0;
}

static int finish_block(struct mw_node *node) {
    struct mw_capture *capture = &node->capture;
    struct mw_waveform_body body = {0};
    body.samples = capture->samples;
    body.sample_count = capture->filled;
    body.start_millis = capture->block_start_millis;
    body.capture_id = capture->id;
    body.channel = node->configuration.channel;
    body.block_index = capture->block;
    body.block_count = node->configuration.capture_blocks;
    capture->filled = 0;
    capture->block++;
    capture->running = capture->block < node->configuration.capture_blocks;
    return mw_outbox_waveform(node, &body);
}

int mw_capture_samples(struct mw_node *node, const int16_t *samples, uint32_t count) {
    struct mw_capture *capture = &node->capture;
    begin_if_due(node);
    while (capture->running && count > 0) {
        if (capture->filled == 0) {
            /* The last sample was taken now, this one count - 1 sample periods ago. */
            uint64_t ago = (uint64_t)(count - 1) * 1000000U / node->sample_rate_millihertz;
            capture->block_start_millis = node->now_millis > ago ? node->now_millis - ago : 0;
        }
        uint32_t room = capture->block_length - capture->filled;
        uint32_t taken = count < room ? count : room;
        memcpy(capture->samples + capture->filled, samples, taken * sizeof *samples);
        capture->filled += taken;
        samples += taken;
        count -= taken;
        if (capture->filled == capture->block_length) {
            int result = finish_block(node);
            if (result < 0) {
                return result;
            }
        }
    }
    return MW_OK;
}
