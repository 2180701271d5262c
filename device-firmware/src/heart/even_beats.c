#include "even_beats.h"

#include "milliwatt/dsp.h"

/* Intervals that must be even for a signal to stay good, and for a poor one to become good: all that the detector holds. */
enum { TO_STAY = 5, TO_RETURN = 7, EVEN_SHARE = 8, LONGEST_SILENCE_SECONDS = 2 };

static uint32_t sample_of(const struct mw_qrs *detector, uint32_t back) {
    return detector->beat_samples[(detector->beats - 1 - back) % MW_QRS_BEATS];
}

bool mw_beats_are_recent(const struct mw_qrs *detector, uint16_t sample_rate) {
    return detector->beats > 0 &&
           detector->samples - 1 - sample_of(detector, 0) <= (uint32_t)LONGEST_SILENCE_SECONDS * sample_rate;
}

bool mw_beats_are_fast(const struct mw_qrs *detector, uint16_t sample_rate, bool good) {
    uint32_t intervals = good ? TO_STAY : TO_RETURN;
    if (detector->beats <= intervals) {
        return false;
    }
    int64_t span = (int32_t)(sample_of(detector, 0) - sample_of(detector, intervals));
    bool even = 5 * span <= (int64_t)3 * intervals * sample_rate;
    for (uint32_t back = 0; back < intervals && even; back++) {
        int64_t interval = (int32_t)(sample_of(detector, back) - sample_of(detector, back + 1));
        even = EVEN_SHARE * mw_magnitude(intervals * interval - span) <= span;
    }
    return even;
}
