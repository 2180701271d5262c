/*
 * One walk through a tree of 6-byte nodes, which ends because every reference goes to a later node (mw_forest_check made
 * sure). A node is `i16 threshold, u16 input in bits 0-5 and left in bits 6-15, u16 right`. In C for every processor, and
 * by hand for Cortex-M, where a visit takes 8 to 12 instructions instead of 10 to 20.
 */
#ifndef MILLIWATT_MODEL_FOREST_WALK_H
#define MILLIWATT_MODEL_FOREST_WALK_H

#include "bytes.h"
#include "words.h"

#define MW_NODE 6U
#define MW_LEAF 0x8000U

/* From an inner node to the leaf row. Nodes at any alignment. */
static inline uint32_t mw_leaf_row_anywhere(const uint8_t *nodes, uint32_t index, const int16_t *inputs) {
    const uint8_t *node = nodes + MW_NODE * index;
    for (;;) {
        uint32_t packed = mw_u16(node + 2);
        if (inputs[packed & 63] > mw_i16(node)) {
            uint32_t right = mw_u16(node + 4);
            if ((right & MW_LEAF) != 0) {
                return right & ~MW_LEAF;
            }
            node = nodes + MW_NODE * right;
        } else if (packed >> 6 != 0) {
            return (packed >> 6) - 1;
        } else {
            node += MW_NODE;
        }
    }
}

#if defined(__ARM_FEATURE_UNALIGNED) && defined(__ARM_FEATURE_DSP)

static inline uint32_t mw_leaf_row_inside(const uint8_t *nodes, uint32_t word, const int16_t *inputs) {
    const uint8_t *node;
    uint32_t value;
    uint32_t threshold;
    __asm__ volatile("mla %[node], %[word], %[six], %[nodes]\n"
                     "1: ldr %[word], [%[node]], #6\n" /* threshold, input and left; on to the next node */
                     "ubfx %[value], %[word], #16, #6\n"
                     "ldrsh %[value], [%[inputs], %[value], lsl #1]\n"
                     "sxth %[threshold], %[word]\n"
                     "cmp %[value], %[threshold]\n"
                     "bgt 2f\n"
                     "lsrs %[word], %[word], #22\n"
                     "beq 1b\n"
                     "subs %[word], %[word], #1\n"
                     "b 3f\n"
                     "2: ldrsh %[word], [%[node], #-2]\n" /* right; negative: a leaf row */
                     "cmp %[word], #0\n"
                     "mla %[node], %[word], %[six], %[nodes]\n"
                     "bge 1b\n"
                     "ubfx %[word], %[word], #0, #15\n"
                     "3:\n"
                     : [word] "+&r"(word), [value] "=&r"(value), [threshold] "=&r"(threshold), [node] "=&r"(node)
                     : [inputs] "r"(inputs), [nodes] "r"(nodes), [six] "r"(MW_NODE)
                     : "cc", "memory");
    return word;
}

#elif defined(__thumb__) && !defined(__thumb2__)

/* Not inlined: it needs all eight low registers. */
static __attribute__((noinline)) uint32_t mw_leaf_row_inside(const uint8_t *nodes, uint32_t index,
                                                             const int16_t *inputs) {
    const uint8_t *node = nodes + MW_NODE * index;
    uint32_t word;
    uint32_t value;
    uint32_t threshold;
    __asm__ volatile(".syntax unified\n"
                     "1: ldrh %[word], [%[node], #2]\n"
                     "lsls %[value], %[word], #26\n"
                     "lsrs %[value], %[value], #25\n"
                     "ldrsh %[value], [%[inputs], %[value]]\n"
                     "ldrsh %[threshold], [%[node], %[zero]]\n"
                     "cmp %[value], %[threshold]\n"
                     "bgt 2f\n"
                     "adds %[node], #6\n"
                     "lsrs %[word], %[word], #6\n"
                     "beq 1b\n"
                     "subs %[word], #1\n"
                     "b 3f\n"
                     "2: ldrsh %[word], [%[node], %[four]]\n" /* right; negative: a leaf row */
                     "movs %[node], #6\n"
                     "muls %[node], %[word], %[node]\n"
                     "add %[node], %[nodes]\n" /* leaves the flags of the product */
                     "bpl 1b\n"
                     "lsls %[word], %[word], #17\n"
                     "lsrs %[word], %[word], #17\n"
                     "3:\n"
                     : [word] "=&l"(word), [value] "=&l"(value), [threshold] "=&l"(threshold), [node] "+&l"(node)
                     : [inputs] "l"(inputs), [nodes] "h"(nodes), [zero] "l"(0), [four] "l"(4)
                     : "cc", "memory");
    return word;
}

#else

/* From an inner node to the leaf row. */
static inline uint32_t mw_leaf_row_inside(const uint8_t *nodes, uint32_t index, const int16_t *inputs) {
    return mw_leaf_row_anywhere(nodes, index, inputs);
}

#endif

/* From a root, which is a node or a leaf row. */
static inline uint32_t mw_leaf_row(const uint8_t *nodes, const uint8_t *at, const int16_t *inputs) {
#if defined(__thumb__) && !defined(__ARM_FEATURE_UNALIGNED)
    if (((uintptr_t)at & 1U) == 0) {
        uint32_t root = (uint16_t)mw_half(at);
        return (root & MW_LEAF) != 0 ? root & ~MW_LEAF : mw_leaf_row_inside(nodes, root, inputs);
    }
    /* This core faults on a halfword at an odd address. */
    uint32_t root = mw_u16(at);
    return (root & MW_LEAF) != 0 ? root & ~MW_LEAF : mw_leaf_row_anywhere(nodes, root, inputs);
#else
    uint32_t root = mw_u16(at);
    return (root & MW_LEAF) != 0 ? root & ~MW_LEAF : mw_leaf_row_inside(nodes, root, inputs);
#endif
}

#endif
