#include "milliwatt/ledger.h"

#include "state.h"

static void add_wear(struct mw_ledger *ledger, const struct mw_flash_wear *wear) {
    if (wear != NULL) {
        ledger->counts[MW_LEDGER_FLASH_PROGRAMMED] += wear->bytes_programmed;
        ledger->counts[MW_LEDGER_FLASH_ERASED] += wear->pages_erased;
    }
}

/* Slots and journal may lie in one flash, which is counted once. */
void mw_node_ledger(const struct mw_node *node, struct mw_ledger *ledger) {
    const struct mw_update *update = node->updating.update;
    const struct mw_flash_wear *slots = update == NULL ? NULL : update->flash->wear;
    const struct mw_flash_wear *frames = node->journal == NULL ? NULL : node->journal->flash->wear;
    *ledger = node->ledger;
    add_wear(ledger, slots);
    add_wear(ledger, frames == slots ? NULL : frames);
}

void mw_node_flash_used(struct mw_node *node, uint32_t bytes_programmed, uint32_t pages_erased) {
    node->ledger.counts[MW_LEDGER_FLASH_PROGRAMMED] += bytes_programmed;
    node->ledger.counts[MW_LEDGER_FLASH_ERASED] += pages_erased;
}

void mw_node_slept(struct mw_node *node, uint32_t millis) {
    uint32_t before = node->duty.slept_millis;
    node->duty.slept_millis = millis > UINT32_MAX - before ? UINT32_MAX : before + millis;
}
