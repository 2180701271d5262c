/* Writes the released soil model; bench/soil.c runs it. */
#include <stdio.h>
#include <stdlib.h>

#define PATH "../ml-models/models/src/main/resources/io/milliwatt/models/soil/2/model.mwm"

int main(void) {
    FILE *file = fopen(PATH, "rb");
    if (file == NULL) {
        fprintf(stderr, "There is no %s; run make in device-firmware/.\n", PATH);
        return EXIT_FAILURE;
    }
    printf("static const uint8_t soil_bundle[] __attribute__((aligned(4))) = {");
    for (int byte = fgetc(file), at = 0; byte != EOF; byte = fgetc(file), at++) {
        printf("%s%d,", at % 24 == 0 ? "\n" : "", byte);
    }
    printf("};\n");
    fclose(file);
    return EXIT_SUCCESS;
}
