/* Strict reading of deterministic CBOR: anything not in the shortest form, indefinite or out of order is refused. */
#ifndef MILLIWATT_TELEMETRY_CBOR_READER_H
#define MILLIWATT_TELEMETRY_CBOR_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Arrays and maps within one another in a frame: outer map, body, and six more. */
#define MW_CBOR_MAX_DEPTH 8

enum mw_cbor_major { MW_CBOR_UNSIGNED, MW_CBOR_NEGATIVE, MW_CBOR_BYTES, MW_CBOR_TEXT, MW_CBOR_ARRAY, MW_CBOR_MAP };

/* `broken` stays once set, and every later read gives 0. */
struct mw_cbor_in {
    const uint8_t *bytes;
    size_t length;
    size_t at;
    bool broken;
};

/* The next head; the contents of a string are not consumed, but are certain to be there. */
uint64_t mw_cbor_read_head(struct mw_cbor_in *in, enum mw_cbor_major *major);

/* A head that must be of `major`; for an unsigned integer it must also be at most `largest`. */
uint64_t mw_cbor_expect(struct mw_cbor_in *in, enum mw_cbor_major major, uint64_t largest);

/* Passes over one item of any kind, checking it, without recursion. */
void mw_cbor_skip(struct mw_cbor_in *in);

#endif
