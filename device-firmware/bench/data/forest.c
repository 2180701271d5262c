/* Writes bench/forest.c's model: 10 full trees of depth 8, 16 features, 5 classes, thresholds and leaves at random. */
#include <stdint.h>
#include <stdio.h>

#define TREES 10U
#define DEPTH 8U
#define NODES_PER_TREE ((1U << DEPTH) - 1)
#define FEATURES 16U
#define CLASSES 5U
#define LEAF 0x8000U

static uint32_t state = 20261123;
static uint32_t next_node;

static uint32_t random_below(uint32_t limit) {
    state = state * 1664525U + 1013904223U;
    return (state >> 16) % limit;
}

static void print_u16(uint32_t value) { printf("%u,%u,", (unsigned)(value & 255), (unsigned)(value >> 8)); }

/* A full tree in preorder: the left child is the next node, the right one follows the left subtree. */
static void print_tree(void) {
    static uint32_t pending[DEPTH + 1]; /* heights of the subtrees still to write */
    uint32_t count = 1;
    pending[0] = DEPTH;
    while (count > 0) {
        uint32_t height = pending[--count];
        uint32_t feature = random_below(FEATURES);
        print_u16(random_below(65536)); /* threshold */
        if (height == 1) {
            print_u16(feature | (1 + random_below(CLASSES)) << 6);
            print_u16(LEAF | random_below(CLASSES));
        } else {
            print_u16(feature);
            print_u16(next_node + (1U << (height - 1)));
            pending[count++] = height - 1;
            pending[count++] = height - 1;
        }
        next_node++;
        printf("\n");
    }
}

int main(void) {
    print_u16(TREES);
    print_u16(TREES * NODES_PER_TREE);
    print_u16(CLASSES);
    print_u16(DEPTH);
    for (uint32_t tree = 0; tree < TREES; tree++) {
        print_u16(tree * NODES_PER_TREE);
    }
    printf("\n");
    for (uint32_t tree = 0; tree < TREES; tree++) {
        print_tree();
    }
    for (uint32_t row = 0; row < CLASSES; row++) {
        for (uint32_t class = 0; class < CLASSES; class++) {
            printf("%d,", row == class);
        }
    }
    printf("0,0,0\n"); /* padding: 28 + 15300 + 25 bytes */
    return 0;
}
