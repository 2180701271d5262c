/*
 * Error codes of every function that can fail.
 *
 * Functions return 0 or a positive value on success and one of these on failure, so that a caller
 * checks `if (result < 0)` and nothing else.
 */
#ifndef MILLIWATT_ERROR_H
#define MILLIWATT_ERROR_H

enum mw_error {
    MW_OK = 0,
    MW_ERROR_ARGUMENT = -1,    /* a parameter is out of its documented range */
    MW_ERROR_TRUNCATED = -2,   /* the data end before the structure they announce */
    MW_ERROR_MAGIC = -3,       /* the data are not of the expected format at all */
    MW_ERROR_VERSION = -4,     /* a major version this firmware does not know */
    MW_ERROR_CHECKSUM = -5,    /* CRC-32 does not match: damaged on the way */
    MW_ERROR_FORMAT = -6,      /* a field contradicts the format or another field */
    MW_ERROR_UNSUPPORTED = -7, /* well-formed, but of a kind this firmware does not run */
    MW_ERROR_RECIPE = -8,      /* made for another feature recipe than the node's */
    MW_ERROR_TARGET = -9,      /* made for other hardware */
    MW_ERROR_MEMORY = -10,     /* does not fit into the memory the caller gave */
    MW_ERROR_SIGNATURE = -11,  /* signature missing where one is required, or wrong */
    MW_ERROR_ROLLBACK = -12,   /* older than the anti-rollback counter allows */
    MW_ERROR_SELF_TEST = -13,  /* the model does not reproduce its own vectors */
    MW_ERROR_MAC = -14,        /* message authentication code wrong */
    MW_ERROR_REPLAY = -15,     /* seen before, or older than what was seen */
    MW_ERROR_NOT_FOR_US = -16, /* addressed to another node */
    MW_ERROR_NOT_FOUND = -17,  /* no such entry */
    MW_ERROR_CRYPTO = -18,     /* the cryptographic library failed */
    MW_ERROR_FLASH = -19       /* flash could not be erased or programmed */
};

/* An English sentence fragment for a code, for logs and for Java; never NULL. */
const char *mw_error_text(int code);

#endif
