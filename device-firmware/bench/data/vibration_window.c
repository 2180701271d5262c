/* Writes the released vibration model as it lies in the repository; bench/vibration_window.c runs it. */
#include <stdio.h>
#include <stdlib.h>

#define BUNDLE "../ml-models/models/src/main/resources/io/milliwatt/models/vibration/1/model.mwm"

int main(void) {
    FILE *file = fopen(BUNDLE, "rb");
    if (file == NULL) {
        fprintf(stderr, "There is no %s; run make in device-firmware/.\n", BUNDLE);
        return EXIT_FAILURE;
    }
    for (int byte = fgetc(file), at = 1; byte != EOF; byte = fgetc(file), at++) {
        printf("%d,%s", byte, at % 24 == 0 ? "\n" : "");
    }
    fclose(file);
    return EXIT_SUCCESS;
}
