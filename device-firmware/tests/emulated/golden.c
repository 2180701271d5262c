/* Reads every golden bundle named on the command line, parses it in place and runs its own vectors. */
#include "../../port/cortex-m/semihosting.h"
#include "milliwatt/error.h"
#include "milliwatt/model.h"

#include <string.h>

static uint8_t bytes[6 * 1024] __attribute__((aligned(4)));
static uint64_t scratch[128];

static int check(const char *path) {
    int32_t file = mw_file_open(path, MW_FILE_READ);
    if (file < 0) {
        mw_print(path);
        mw_print(": cannot be opened; start the emulator in device-firmware/\n");
        return 1;
    }
    uint32_t length = mw_file_read(file, bytes, sizeof bytes);
    mw_file_close(file);
    struct mw_bundle bundle;
    int result = length == sizeof bytes ? MW_ERROR_MEMORY : mw_bundle_parse(&bundle, bytes, length);
    if (result == MW_OK) {
        const struct mw_model model = {.bundle = &bundle, .scratch = scratch};
        result = mw_model_scratch_size(&bundle) > sizeof scratch ? MW_ERROR_MEMORY : mw_model_self_test(&model);
    }
    mw_print(path);
    mw_print(": ");
    mw_print(result == MW_OK ? "reproduces its vectors" : mw_error_text(result));
    mw_print("\n");
    return result == MW_OK ? 0 : 1;
}

int main(void) {
    static char line[1536];
    int failed = 0;
    int checked = 0;
    if (mw_command_line(line, sizeof line) != 0) {
        mw_print("no command line: name the bundles\n");
        return 1;
    }
    for (char *at = strchr(line, ' '); at != NULL; checked++) {
        char *path = at + 1;
        at = strchr(path, ' ');
        if (at != NULL) {
            *at = '\0';
        }
        failed += check(path);
    }
    return failed == 0 && checked > 0 ? 0 : 1;
}
