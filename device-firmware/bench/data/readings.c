/* Writes the worked examples of a heart and of a soil probe; bench/readings.c runs them. */
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
    write("probe", "contract/vectors/recipe-readings.bin");
    return EXIT_SUCCESS;
}
