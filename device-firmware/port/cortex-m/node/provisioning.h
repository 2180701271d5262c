/*
 * What the bridge gives a node at its start, as files of the emulator's working folder: `node.conf`, `factory.mwm`,
 * `flash.bin`, `samples.bin` (int16, at the recipe's rate, played in a loop) and, from the last life, `snapshot.bin`.
 *
 * node.conf, 332 bytes, little-endian: u32 magic "MWNC", u32 version 1, u64 milliseconds since 1970, u32 flags (bit 0: the
 * start follows a fault; bit 1: unsigned bundles allowed), u32 keys 0 .. 2, two struct mw_update_key of 72 bytes, struct
 * mw_node_configuration.
 */
#ifndef MILLIWATT_NODE_PROVISIONING_H
#define MILLIWATT_NODE_PROVISIONING_H

#include "milliwatt/node.h"

struct mw_provisioning {
    uint32_t magic;
    uint32_t version;
    uint64_t now_millis;
    uint32_t flags;
    uint32_t keys;
    struct mw_update_key key[MW_UPDATE_KEYS];
    struct mw_node_configuration configuration;
};

#define MW_PROVISIONED_AFTER_FAULT 1U
#define MW_PROVISIONED_UNSIGNED 2U

/* Returns 0, or -1 where the file is missing or not of this form. */
int mw_provisioning_read(struct mw_provisioning *provisioning);

/* Reads a whole file of at most `capacity` bytes. Returns its length; 0 where there is none. */
uint32_t mw_file_load(const char *path, uint8_t *bytes, uint32_t capacity);

/* Replaces a file. Returns 0 or -1. */
int mw_file_store(const char *path, const uint8_t *bytes, uint32_t length);

#endif
