#include "milliwatt/ledger.h"

#include "state.h"

void mw_node_ledger(const struct mw_node *node, struct mw_ledger *ledger) { *ledger = node->ledger; }

void mw_node_flash_used(struct mw_node *node, uint32_t bytes_programmed, uint32_t pages_erased) {
    node->ledger.counts[MW_LEDGER_FLASH_PROGRAMMED] += bytes_programmed;
    node->ledger.counts[MW_LEDGER_FLASH_ERASED] += pages_erased;
}

void mw_node_slept(struct mw_node *node, uint32_t millis) {
    uint32_t before = node->duty.slept_millis;
    node->duty.slept_millis = millis > UINT32_MAX - before ? UINT32_MAX : before + millis;
}
