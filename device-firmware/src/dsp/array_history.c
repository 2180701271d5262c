#include "milliwatt/spectrum.h"

#include <string.h>

void mw_array_history_append(int32_t *history, uint32_t arrays, const int32_t *newest, uint32_t length) {
    memmove(history, history + length, (arrays - 1) * length * sizeof *history);
    memcpy(history + (arrays - 1) * length, newest, length * sizeof *history);
}
