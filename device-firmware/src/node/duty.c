#include "duty.h"

#include "../dsp/recipe_layout.h"
#include "state.h"

#include <stddef.h>

#define LONGEST_INTERVAL_SECONDS 1000000U /* 11 days; in milliseconds it stays below 2^31 */

/* A clock that jumps further was set, and the time between did not pass. */
#define LONGEST_PASSED_MILLIS 0x7FFFFFFFU

/* Where section 4 of a bundle keeps how many windows vote. */
#define DECISION_WINDOWS 2

bool mw_duty_holds(const struct mw_node_configuration *configuration, const uint8_t *recipe) {
    uint32_t settling = recipe[MW_RECIPE_WARM_UP_WINDOWS] > 1 ? recipe[MW_RECIPE_WARM_UP_WINDOWS] : 1U;
    return configuration->burst_windows == 0 ||
           (configuration->burst_windows > settling && configuration->burst_interval_seconds >= 1 &&
            configuration->burst_interval_seconds <= LONGEST_INTERVAL_SECONDS);
}

static uint32_t interval_millis(const struct mw_node *node) {
    return node->configuration.burst_interval_seconds * 1000U;
}

/* What is left of the rest; 0 when there is none, when a capture is wanted, or when the clock was set back. */
static uint32_t rest_left(const struct mw_node *node, uint64_t now_millis) {
    const struct mw_duty *duty = &node->duty;
    if (!duty->resting || node->capture.wanted || now_millis < duty->burst_millis) {
        return 0;
    }
    uint64_t passed = now_millis - duty->burst_millis;
    return passed < interval_millis(node) ? interval_millis(node) - (uint32_t)passed : 0;
}

uint32_t mw_node_sleep_millis(const struct mw_node *node, uint64_t now_millis) { return rest_left(node, now_millis); }

static uint64_t least(uint64_t a, uint64_t b) { return a < b ? a : b; }

static void count_time(struct mw_node *node, uint64_t now_millis, uint64_t sampled_millis) {
    uint64_t passed = node->running && now_millis > node->now_millis ? now_millis - node->now_millis : 0;
    if (passed > LONGEST_PASSED_MILLIS) {
        passed = 0;
    }
    uint64_t asleep = node->duty.resting ? passed - least(passed, sampled_millis) : least(passed, node->duty.slept_millis);
    node->ledger.counts[MW_LEDGER_ASLEEP_MILLIS] += asleep;
    node->ledger.counts[MW_LEDGER_AWAKE_MILLIS] += passed - asleep;
    node->duty.slept_millis = 0;
}

bool mw_duty_samples(struct mw_node *node, uint32_t count, uint64_t now_millis) {
    struct mw_duty *duty = &node->duty;
    bool taken = rest_left(node, now_millis) == 0;
    uint64_t sampled = (uint64_t)count * 1000000U / node->sample_rate_millihertz;
    count_time(node, now_millis, taken ? sampled : 0);
    if (taken && (duty->resting || !duty->begun)) {
        if (node->configuration.burst_windows > 0) {
            /* Filters settle in the first window; the recipe's warm-up keeps it from baselines as well. */
            node->recipe.windows_ended = 0;
            node->window_broken = true;
            duty->settling = true;
        }
        duty->begun = true;
        duty->resting = false;
        duty->suspicious = false;
        duty->windows = 0;
        duty->burst_millis = now_millis - least(now_millis, sampled);
    }
    return taken;
}

/* An event is waited for awake, but not for ever: after a while the local alarm signal has to do. */
static bool event_waits(const struct mw_node *node) {
    for (const struct mw_record *each = mw_store_next(&node->store, NULL); each != NULL;
         each = mw_store_next(&node->store, each)) {
        if ((each->flags & MW_RECORD_EVENT) != 0 &&
            !mw_elapsed((uint32_t)node->now_millis, each->built_millis, MW_EVENT_AWAKE_MILLIS)) {
            return true;
        }
    }
    return false;
}

bool mw_duty_window(struct mw_node *node, const struct mw_judgement *judgement) {
    struct mw_duty *duty = &node->duty;
    uint32_t burst = node->configuration.burst_windows;
    bool told = !duty->settling;
    duty->settling = false;
    if (burst == 0) {
        return told;
    }
    duty->windows++;
    if (judgement != NULL && judgement->verdict != 0) {
        duty->suspicious = judgement->verdict != node->votes.standing;
    }
    bool undecided = duty->suspicious && duty->windows < burst + node->bundle.decision.bytes[DECISION_WINDOWS];
    duty->resting = duty->windows >= burst && !undecided && !node->capture.running && !node->capture.wanted &&
                    !event_waits(node);
    return told;
}
