#include "kinds.h"
#include "milliwatt/decision.h"

#define NOT_IDENTIFIED 1

static uint32_t votes_for(const struct mw_votes *votes, uint16_t verdict) {
    uint32_t found = 0;
    for (uint32_t i = 0; i < votes->count; i++) {
        found += votes->verdicts[i] == verdict ? 1U : 0U;
    }
    return found;
}

/* At most one verdict can have more than half of the votes: mw_decision_check made sure that `raise` is that many. */
static uint16_t candidate(const struct mw_votes *votes, uint32_t raise) {
    for (uint32_t i = 0; i < votes->count; i++) {
        if (votes->verdicts[i] != 0 && votes_for(votes, votes->verdicts[i]) >= raise) {
            return votes->verdicts[i];
        }
    }
    return votes->count - votes_for(votes, 0) >= raise ? NOT_IDENTIFIED : 0;
}

static struct mw_event_change change_of(const struct mw_bundle *bundle, uint16_t verdict, uint8_t probability,
                                        bool onset) {
    const uint8_t *urgencies = bundle->decision.bytes + 8;
    struct mw_event_change change = {verdict, probability, urgencies[verdict > 4 ? 4 : verdict], onset};
    return change;
}

struct mw_event_change mw_decision_standing(const struct mw_bundle *bundle, const struct mw_votes *votes) {
    return change_of(bundle, votes->standing, votes->standing_probability, true);
}

bool mw_decision_count(const struct mw_bundle *bundle, struct mw_votes *votes, const struct mw_judgement *judgement,
                       struct mw_event_change *change) {
    uint32_t raise = bundle->decision.bytes[1];
    uint8_t windows = bundle->decision.bytes[2];
    uint32_t clear = bundle->decision.bytes[3];

    votes->next = votes->next >= windows ? 0 : votes->next;
    votes->verdicts[votes->next] = judgement->verdict;
    votes->next++;
    votes->count = votes->count < windows ? (uint8_t)(votes->count + 1) : windows;

    uint32_t damaged = votes->count - votes_for(votes, 0);
    if (votes->standing != 0 && damaged <= clear) {
        *change = change_of(bundle, votes->standing, 0, false);
        votes->standing = 0;
        return true;
    }
    uint16_t next = candidate(votes, raise);
    bool replaces = votes->standing == 0 || (next != votes->standing &&
                                             (next != NOT_IDENTIFIED || votes_for(votes, votes->standing) <= clear));
    if (next == 0 || !replaces) {
        return false;
    }
    votes->standing = next;
    votes->standing_probability = next == judgement->verdict ? judgement->probability : judgement->evidence;
    *change = mw_decision_standing(bundle, votes);
    return true;
}
