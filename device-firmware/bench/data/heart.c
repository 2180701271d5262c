/* Writes the worked example of a heart and the golden bundle that watches one; bench/heart.c runs both. */
#include <stdio.h>
#include <stdlib.h>

static void write(const char *name, const char *path) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        fprintf(stderr, "There is no %s; run make in device-firmware/.\n", path);
        exit(EXIT_FAILURE);
    }
    printf("static const uint8_t %s[] __attribute__((aligned(4))) = {", name);
    for (int byte = fgetc(file), at = 0; byte != EOF; byte = fgetc(file), at++) {
        printf("%s%d,", at % 24 == 0 ? "\n" : "", byte);
    }
    printf("};\n");
    fclose(file);
}

int main(void) {
    write("heart", "contract/vectors/recipe-heart.bin");
    write("bundle_bytes", "contract/vectors/bundle-heart-1.0.mwm");
    return EXIT_SUCCESS;
}
