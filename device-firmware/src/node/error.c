#include "milliwatt/error.h"

const char *mw_error_text(int code) {
    switch (code) {
    case MW_OK: return "no error";
    case MW_ERROR_ARGUMENT: return "a parameter is out of its range";
    case MW_ERROR_TRUNCATED: return "the data end too early";
    case MW_ERROR_MAGIC: return "the data are not of the expected format";
    case MW_ERROR_VERSION: return "the format's major version is not known";
    case MW_ERROR_CHECKSUM: return "the CRC-32 does not match, the data are damaged";
    case MW_ERROR_FORMAT: return "a field contradicts the format";
    case MW_ERROR_UNSUPPORTED: return "this firmware does not run models or steps of this kind";
    case MW_ERROR_RECIPE: return "made for another feature recipe";
    case MW_ERROR_TARGET: return "made for other hardware";
    case MW_ERROR_MEMORY: return "does not fit into the memory given";
    case MW_ERROR_SIGNATURE: return "the signature is missing or wrong";
    case MW_ERROR_ROLLBACK: return "older than the anti-rollback counter allows";
    case MW_ERROR_SELF_TEST: return "the model does not reproduce its own test vectors";
    case MW_ERROR_MAC: return "the message authentication code is wrong";
    case MW_ERROR_REPLAY: return "seen before";
    case MW_ERROR_NOT_FOR_US: return "addressed to another node";
    case MW_ERROR_NOT_FOUND: return "no such entry";
    case MW_ERROR_CRYPTO: return "the cryptographic library failed";
    case MW_ERROR_FLASH: return "the flash could not be erased or programmed";
    default: return "an unknown error code";
    }
}
