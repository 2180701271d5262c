#include "milliwatt/dsp.h"

/* Bisection over the value's 16 bits: moves nothing, needs no second array. */
int32_t mw_lower_median(const int32_t *values, int first, int last) {
    int rank = (last - first) / 2 + 1;
    int32_t low = 0;
    int32_t high = 65535;
    while (low < high) {
        int32_t middle = (low + high) >> 1;
        int count = 0;
        for (int i = first; i <= last; i++) {
            if (values[i] <= middle) {
                count++;
            }
        }
        if (count >= rank) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}
