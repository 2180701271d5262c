/* Writes bench/recipe.c's recipe: the released vibration recipe, as the contract's vectors have it. */
#include <stdio.h>

int main(void) {
    FILE *file = fopen("contract/vectors/recipe-vibration-1.recipe", "rb");
    if (file == NULL) {
        fprintf(stderr, "run this in device-firmware/\n");
        return 1;
    }
    for (int byte = fgetc(file), at = 0; byte != EOF; byte = fgetc(file), at++) {
        printf("%d,%s", byte, at % 32 == 31 ? "\n" : "");
    }
    printf("\n");
    fclose(file);
    return 0;
}
