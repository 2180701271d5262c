#include "milliwatt/dsp.h"

int32_t mw_absolute_value(int32_t value) {
    return mw_saturate_32(mw_magnitude(value));
}
