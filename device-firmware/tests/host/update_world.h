/* A server, a node and the power between them, as one value that can be copied and set back. */
#ifndef MILLIWATT_TESTS_UPDATE_WORLD_H
#define MILLIWATT_TESTS_UPDATE_WORLD_H

#include "update_bench.h"

/* Healthy windows to confirm. */
#define WORLD_HEALTHY 4U

/* What happens to the update besides the transfer. */
enum story { STORY_GOOD, STORY_FAULT, STORY_CANCEL_TRANSFER, STORY_CANCEL_STAGED, STORY_REVERT, STORY_NOISY };

struct scenario {
    enum story story;
    const struct signed_bundle *bundle;
    const struct signed_bundle *before; /* runs at first */
    const struct signed_bundle *after;  /* runs in the end */
    uint8_t state;                      /* told in the end */
    uint8_t reason;
    uint32_t fragment_bytes;
};

/* What the server knows and does, step by step. It lies in the bench's memory so that one copy keeps all. */
struct world {
    struct update_bench bench;
    uint32_t update_id;
    uint32_t windows;  /* since the trial started */
    uint32_t next_bit; /* of the missing bitmap */
    bool told;         /* the node has told a state since it was started or offered */
    bool fault;        /* the next start follows a fault */
    bool done;
};

extern struct world world;

/* A node on blank flash that runs its factory bundle. */
void world_begin(const struct bench_flash *flash, const struct signed_bundle *factory);

/* One thing that the server, the clock or the port does. */
void world_step(const struct scenario *scenario);

/* Steps until the server has been told the end, or the power is off. */
void world_come_to_the_end(const struct scenario *scenario);

/* The node has lost its power, and has it back until this operation of the flash. */
void world_power_back(uint32_t cut_at, enum mw_cut cut);

/* To the end without a cut, which must be the scenario's. */
void world_end_as_told(const struct scenario *scenario);

#endif
