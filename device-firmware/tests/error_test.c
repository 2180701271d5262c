#include "milliwatt/error.h"
#include "test.h"

#include <string.h>

TEST(every_error_code_has_its_own_text) {
    for (int a = MW_OK; a >= MW_ERROR_FLASH; a--) {
        CHECK(strcmp(mw_error_text(a), mw_error_text(1)) != 0);
        for (int b = MW_OK; b > a; b--) {
            CHECK(strcmp(mw_error_text(a), mw_error_text(b)) != 0);
        }
    }
}
