/*
 * Updates of the model: two slots in flash, fragments in, trial, confirmation, fall-back (contract/update.md is normative).
 *
 * A port opens one struct mw_update per node over its flash, and starts the node by mw_node_start_updatable
 * (milliwatt/node.h), which chooses the model to run. Everything else goes through the node. The struct is caller-owned
 * and must outlive the node; it is rebuilt from flash at every start, so nothing of it needs saving.
 *
 * Whatever happens to the power, the flash holds a valid model at every moment, as long as the port links in a factory
 * bundle or one update has been confirmed.
 */
#ifndef MILLIWATT_UPDATE_H
#define MILLIWATT_UPDATE_H

#include "milliwatt/bundle.h"
#include "milliwatt/crypto.h"
#include "milliwatt/flash.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MW_UPDATE_SLOTS 2
#define MW_UPDATE_FACTORY 2 /* the slot number told for the bundle that the port links in */
#define MW_UPDATE_KEYS 2

/* Restarts that a trial survives when no fault caused them: a battery change must not condemn a model. */
#define MW_UPDATE_TRIAL_STARTS 3U

/* A port short of RAM lowers these; the node then refuses larger offers as not fitting. */
#ifndef MW_UPDATE_MAX_FRAGMENTS
#define MW_UPDATE_MAX_FRAGMENTS 2048U
#endif
#ifndef MW_UPDATE_MAX_FRAGMENT_BYTES
#define MW_UPDATE_MAX_FRAGMENT_BYTES 1024U
#endif

#define MW_FRAGMENT_FIRST_BYTE 1U
#define MW_FRAGMENT_OVERHEAD 11U         /* first byte, index, MAC */
#define MW_FRAGMENT_MESSAGE_OVERHEAD 49U /* what the MAC covers besides the data */
#define MW_FRAGMENT_SILENCE_MILLIS 10000U
#define MW_MISSING_BITMAP_BYTES 16U

/* Numbers of frame.md, kind 6. */
enum mw_update_state { MW_UPDATE_EMPTY, MW_UPDATE_STAGED, MW_UPDATE_TRIAL, MW_UPDATE_CONFIRMED, MW_UPDATE_BAD };
enum mw_update_reason {
    MW_REASON_NONE,
    MW_REASON_DOES_NOT_FIT,
    MW_REASON_FORMAT,
    MW_REASON_CHECKSUM,
    MW_REASON_SIGNATURE,
    MW_REASON_OLDER,
    MW_REASON_HARDWARE,
    MW_REASON_RECIPE,
    MW_REASON_SELF_TEST,
    MW_REASON_TRIAL_RESTARTED,
    MW_REASON_TRIAL_NOT_HEALTHY,
    MW_REASON_CANCELLED,
    MW_REASON_FLASH,
    MW_REASON_UNKNOWN_KEY,
    MW_REASON_OTHER_DIGEST
};

/* Field order without holes: Java writes it by offset. */
struct mw_update_key {
    uint32_t key_id;
    uint8_t point[MW_PUBLIC_KEY_LENGTH];
    uint8_t reserved[3];
};

struct mw_update_configuration {
    uint32_t first_page;    /* slot 0's trailer; then its data, slot 1's trailer, its data */
    uint32_t trailer_pages; /* of one slot, at least 1: 72 bytes and a word per fragment, with room for repairs */
    uint32_t data_pages;    /* of one slot, 1 .. 4096 */
    uint32_t keys;          /* public keys in use, 0 .. 2 */
    uint8_t unsigned_allowed; /* 1 for development */
    uint8_t reserved[7];
    const uint8_t *factory; /* a bundle, or NULL */
    size_t factory_length;
    struct mw_update_key key[MW_UPDATE_KEYS];
};

/* Frame kind 10. */
struct mw_update_offer {
    uint32_t update_id; /* at least 1 */
    uint32_t model_id;
    uint32_t model_version;
    uint32_t bundle_bytes;
    uint8_t digest[MW_DIGEST_LENGTH];
    uint16_t fragment_bytes;  /* a multiple of 8, 8 .. 1024 */
    uint16_t healthy_windows; /* to confirm; 0 counts as 1 */
};

/* One slot as its trailer says. */
struct mw_update_slot {
    struct mw_update_offer offer;
    uint32_t generation;    /* grows with each offer taken; 0: the slot holds nothing */
    uint32_t counter_floor; /* no older anti-rollback counter was acceptable when the offer was taken */
    uint32_t marks;         /* words of the trailer's log in use */
    uint16_t expected_onsets;
    uint16_t expected_share; /* of windows with a verdict, in 1/256 */
    uint8_t state;           /* enum mw_update_state; empty while fragments come in */
    uint8_t reason;
    uint8_t starts;        /* as trial */
    uint8_t was_confirmed; /* 1: also where it was taken back later */
};

/* Frame kind 6. */
struct mw_update_report {
    uint32_t model_id;
    uint32_t model_version;
    uint32_t fragments_held;
    uint8_t slot;
    uint8_t state;
    uint8_t reason;
};

/* What the node saw of one window, to judge a trial by. */
struct mw_update_window {
    bool usable;  /* the machine runs, the sensor is well, the recipe is warm */
    bool judged;  /* the model gave a verdict */
    bool alarmed; /* the verdict was not 0 */
    bool onset;   /* an onset event went out */
};

/* Windows counted since the start, of whichever model runs. */
struct mw_update_watch {
    uint32_t judged;
    uint32_t alarmed;
    uint32_t onsets;
    uint32_t abstained;
};

struct mw_update {
    const struct mw_flash *flash;
    const struct mw_crypto *crypto;
    struct mw_update_configuration configuration;
    struct mw_update_slot slots[MW_UPDATE_SLOTS];
    struct mw_update_watch watch;
    uint32_t held;           /* fragments of the slot that is receiving */
    uint32_t running_counter; /* anti-rollback counter of the running bundle */
    uint8_t receiving;       /* slot, or MW_UPDATE_SLOTS for none */
    uint8_t running;         /* slot or MW_UPDATE_FACTORY; MW_UPDATE_FACTORY before the start */
    uint8_t tried;           /* bit per bundle that could not be started */
    uint8_t reserved;
    uint8_t running_digest[MW_DIGEST_LENGTH];
    uint8_t held_bits[MW_UPDATE_MAX_FRAGMENTS / 8];
    uint8_t message[MW_FRAGMENT_MESSAGE_OVERHEAD + MW_UPDATE_MAX_FRAGMENT_BYTES];
};

/* The model to start. */
struct mw_update_choice {
    const uint8_t *bundle;
    size_t length;
    uint8_t slot; /* 0, 1 or MW_UPDATE_FACTORY */
};

/* Reads both slots, and finishes what a power cut interrupted. Returns 0, MW_ERROR_ARGUMENT (geometry) or _FLASH. */
int mw_update_open(struct mw_update *update, const struct mw_flash *flash,
                   const struct mw_update_configuration *configuration, const struct mw_crypto *crypto);

/* Which model to start: a staged or trial one, else the newest confirmed one, else the factory's. Counts a trial's start in
 * flash. `after_fault`: the restart was none that anybody wanted (watchdog, hard fault); a running trial is then bad.
 * Called again without reopening, it chooses the next best: what was chosen before could not be started, for the reason
 * last given to mw_update_condemn. Returns 0, MW_ERROR_NOT_FOUND when nothing is left, or _CRYPTO. */
int mw_update_boot(struct mw_update *update, bool after_fault, struct mw_update_choice *choice);

/* Takes an offer: begins, goes on with, or has finished the transfer. `report` tells the state to answer with. Returns 0 or
 * MW_ERROR_FORMAT. */
int mw_update_offered(struct mw_update *update, const struct mw_update_offer *offer, struct mw_update_report *report);

/* Takes one fragment. Returns 1 when the bundle is complete now, 0 when not or when it was here already,
 * MW_ERROR_NOT_FOUND (no transfer under way), _FORMAT, _MAC, _CRYPTO or _FLASH (the slot is bad then). */
int mw_update_fragment(struct mw_update *update, const uint8_t key[MW_KEY_LENGTH], const uint8_t *bytes, size_t length);

/* Whether a bundle is complete and waits for its examination. */
bool mw_update_complete(const struct mw_update *update);

/* Digest, format, signature and anti-rollback counter of the complete bundle. Returns 0 with `bundle` parsed, or an error
 * that mw_update_reason_of turns into a reason. */
int mw_update_examine(struct mw_update *update, struct mw_bundle *bundle);

/* By the keys of the configuration. Returns 0, MW_ERROR_SIGNATURE, or _NOT_FOUND for a key id that is not ours. */
int mw_update_check_signature(const struct mw_update *update, const struct mw_bundle *bundle);

enum mw_update_reason mw_update_reason_of(int error);

/* The complete bundle is good: it starts as trial at the next start. Returns 0 or MW_ERROR_FLASH. */
int mw_update_stage(struct mw_update *update);

/* The slot is bad from now on. */
void mw_update_condemn(struct mw_update *update, uint32_t slot, enum mw_update_reason reason);

/* Ends a transfer, takes back a staged model or a trial. Returns the slot, or MW_ERROR_NOT_FOUND. */
int mw_update_cancel(struct mw_update *update);

/* Takes back the running model where an earlier one is there. Returns its slot, or MW_ERROR_NOT_FOUND. */
int mw_update_revert(struct mw_update *update);

/* Counts a window. Returns 1 when the running trial was confirmed or found bad by it, else 0. */
int mw_update_window(struct mw_update *update, const struct mw_update_window *window);

/* Whether a model is staged, or the running one is bad: a restart changes the model. */
bool mw_update_wants_restart(const struct mw_update *update);

/* State of the newest update. Returns false when there was none. */
bool mw_update_newest(const struct mw_update *update, struct mw_update_report *report);

void mw_update_report_slot(const struct mw_update *update, uint32_t slot, struct mw_update_report *report);

/* Fragments that lack from `*first` on, as in frame kind 11. Returns bytes of `bitmap` in use, 0 when nothing lacks. */
uint32_t mw_update_missing(const struct mw_update *update, uint32_t *first, uint8_t bitmap[MW_MISSING_BITMAP_BYTES]);

/* Where the bundle of a slot lies in flash. */
const uint8_t *mw_update_bundle(const struct mw_update *update, uint32_t slot);

/* How many fragments an offer makes. */
uint32_t mw_update_fragments(const struct mw_update_offer *offer);

#endif
