/* Dense layer: per output channel, the sum of int8 weights times int8 inputs, rescaled. Also a convolution's one window. */
#include "dense_rows.h"
#include "network.h"

/* MW_ROWS output channels at a time, so that each input is loaded once for all of them; a rest one by one, taken as if all
 * rows were the same. Padding weights are 0. */
void mw_dense_s8(const struct mw_operator *op, const int8_t *in, int8_t *out) {
    uint32_t channels = op->out.channels;
    const uint8_t *row = op->weights;
    for (uint32_t channel = 0; channel < channels;) {
        int32_t sums[MW_ROWS];
        uint32_t count = channels - channel < MW_ROWS ? 1 : MW_ROWS;
        uint32_t pitch = count == 1 ? 0 : op->row_bytes;
        mw_sums_of_rows(row, pitch, op->row_bytes, in, sums);
        mw_requantize_rows(op, channel, count, sums, out);
        row += count * op->row_bytes;
        channel += count;
        out += count;
    }
}
