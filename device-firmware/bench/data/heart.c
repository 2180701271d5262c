/* Writes the worked example of a heart; bench/heart.c runs it. */
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    const char *path = "contract/vectors/recipe-heart.bin";
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        fprintf(stderr, "There is no %s; run make in device-firmware/.\n", path);
        return EXIT_FAILURE;
    }
    printf("static const uint8_t heart[] __attribute__((aligned(4))) = {");
    for (int byte = fgetc(file), at = 0; byte != EOF; byte = fgetc(file), at++) {
        printf("%s%d,", at % 24 == 0 ? "\n" : "", byte);
    }
    printf("};\n");
    fclose(file);
    return EXIT_SUCCESS;
}
