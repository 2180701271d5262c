#include "milliwatt/dsp.h"

/* Ranges up to so many values are selected from in a copy. */
#define COPIED 64

/* The value with this rank, counted from 0, of `count` values, which it reorders: Hoare's selection. */
static int32_t selected(uint16_t *values, int count, int rank) {
    int first = 0;
    int last = count - 1;
    while (first < last) {
        /* cppcheck-suppress uninitvar ; a range holds at least one value */
        uint16_t pivot = values[(first + last) / 2];
        int low = first;
        int high = last;
        while (low <= high) {
            while (values[low] < pivot) {
                low++;
            }
            while (values[high] > pivot) {
                high--;
            }
            if (low <= high) {
                uint16_t kept = values[low];
                values[low] = values[high];
                values[high] = kept;
                low++;
                high--;
            }
        }
        /* Everything up to `high` is at most the pivot, everything from `low` on at least; between them it is the pivot. */
        if (rank <= high) {
            last = high;
        } else if (rank >= low) {
            first = low;
        } else {
            return pivot;
        }
    }
    return values[first];
}

/* Bisection over the value's 16 bits: moves nothing, needs no second array. */
static int32_t bisected(const int32_t *values, int count, int rank) {
    int32_t low = 0;
    int32_t high = 65535;
    while (low < high) {
        int32_t middle = (low + high) >> 1;
        int below = 0;
        for (int i = 0; i < count; i++) {
            if (values[i] <= middle) {
                below++;
            }
        }
        if (below > rank) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

int32_t mw_lower_median(const int32_t *values, int first, int last) {
    int count = last - first + 1;
    int rank = (count - 1) / 2;
    if (count > COPIED) {
        return bisected(values + first, count, rank);
    }
    uint16_t copy[COPIED];
    for (int i = 0; i < count; i++) {
        copy[i] = (uint16_t)values[first + i];
    }
    return selected(copy, count, rank);
}
