#include "timeline.h"

#define FAR_OFF_MICROS 50000
#define STEP_MICROS 1000
#define MICROS_PER_SAMPLE_MILLIHERTZ 1000000000

/* Headroom: 2^31 * 10^9 is below 2^61. */
static int64_t micros_at(const struct mw_timeline *timeline, uint32_t number, uint32_t rate_millihertz) {
    int64_t apart = (int32_t)(number - timeline->anchor_sample);
    return (int64_t)timeline->anchor_micros + apart * MICROS_PER_SAMPLE_MILLIHERTZ / rate_millihertz;
}

void mw_timeline_advance(struct mw_timeline *timeline, uint32_t count, uint32_t rate_millihertz, uint64_t now_millis) {
    if (count == 0) {
        return;
    }
    timeline->samples += count;
    uint32_t newest = timeline->samples - 1;
    int64_t now = (int64_t)(now_millis * 1000);
    int64_t late = now - micros_at(timeline, newest, rate_millihertz);
    if (!timeline->set || late > FAR_OFF_MICROS || late < -FAR_OFF_MICROS) {
        timeline->set = true;
        timeline->anchor_micros = (uint64_t)now;
        timeline->anchor_sample = newest;
    } else if ((uint64_t)(newest - timeline->anchor_sample) * 1000 >= rate_millihertz) {
        int64_t step = late > STEP_MICROS ? STEP_MICROS : late < -STEP_MICROS ? -STEP_MICROS : late;
        timeline->anchor_micros = (uint64_t)(micros_at(timeline, newest, rate_millihertz) + step);
        timeline->anchor_sample = newest;
    }
}

uint64_t mw_timeline_millis(const struct mw_timeline *timeline, uint32_t number, uint32_t rate_millihertz) {
    int64_t micros = micros_at(timeline, number, rate_millihertz);
    return micros > 0 ? (uint64_t)micros / 1000 : 0;
}
