#include "streaming.h"

#include "milliwatt/error.h"
#include "state.h"

#include <string.h>

static int finish_block(struct mw_node *node, uint32_t channel) {
    struct mw_stream *stream = &node->streams[channel];
    struct mw_waveform_body body = {0};
    body.samples = stream->samples;
    body.sample_count = stream->filled;
    body.start_millis = mw_timeline_millis(&node->timeline, stream->first, node->sample_rate_millihertz);
    body.channel = (uint8_t)channel;
    body.block_index = stream->block;
    stream->filled = 0;
    stream->block++;
    return mw_outbox_waveform(node, &body);
}

int mw_streaming_samples(struct mw_node *node, uint32_t channel, const int16_t *samples, uint32_t count, uint32_t first) {
    struct mw_stream *stream = &node->streams[channel];
    while (stream->samples != NULL && count > 0) {
        if (stream->filled == 0) {
            stream->first = first;
        }
        uint32_t room = node->stream_length - stream->filled;
        uint32_t taken = count < room ? count : room;
        memcpy(stream->samples + stream->filled, samples, taken * sizeof *samples);
        stream->filled += taken;
        samples += taken;
        count -= taken;
        first += taken;
        if (stream->filled == node->stream_length) {
            int result = finish_block(node, channel);
            if (result < 0) {
                return result;
            }
        }
    }
    return MW_OK;
}

int mw_node_second_lead(struct mw_node *node, const int16_t *samples, uint32_t count) {
    if (node->streams[1].samples == NULL || count > node->timeline.samples) {
        return MW_ERROR_ARGUMENT;
    }
    return mw_streaming_samples(node, 1, samples, count, node->timeline.samples - count);
}
