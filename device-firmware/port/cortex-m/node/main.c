/*
 * A node on the emulated board mps2-an386: samples from a recording, frames over UART0, models in flash that outlives the
 * emulator. The program ends with status 0 when it was told to, 1 when it cannot start, 2 out of step with its bridge, 3 to
 * be started again (another model; the bridge gives the next boot id), 99 after a fault.
 */
#include "milliwatt/error.h"
#include "milliwatt/node.h"

#include "../../mbedtls/memory.h"
#include "../semihosting.h"
#include "bridge.h"
#include "clock.h"
#include "flash_file.h"
#include "interrupts.h"
#include "provisioning.h"
#include "uart.h"

#include <string.h>

#define SAMPLES_PER_TICK 1200U /* 12 kHz */
#define MOST_TICKS_BEHIND 30U  /* what was missed in a longer pause of the emulator is left out */
#define SNAPSHOT_TICKS 100U
#define FRAMES_UNDER_WAY 8U
#define MOST_TICKS_ALONE 600U /* a bridge says the time every five seconds; without one the emulator must not stay for ever */

#define NODE_BYTES (512U * 1024U)
#define BUNDLE_BYTES (64U * 1024U)
#define SNAPSHOT_BYTES (256U * 1024U)

enum { STATUS_CANNOT_START = 1, STATUS_RESTART = 3 };

_Alignas(8) static uint8_t node_memory[NODE_BYTES];
_Alignas(8) static uint8_t factory[BUNDLE_BYTES];
_Alignas(8) static uint8_t crypto_memory[MW_CRYPTO_MEMORY_BYTES];
static uint8_t snapshot[SNAPSHOT_BYTES];
static int16_t samples[SAMPLES_PER_TICK];
static struct mw_provisioning provisioning;
static struct mw_update update;
static struct mw_node *node;
static int32_t recording;
static bool connected;
static uint32_t under_way;
static uint32_t heard_ticks;

static void cannot_start(const char *why) {
    mw_print("The node cannot start: ");
    mw_print(why);
    mw_print("\n");
    mw_exit(STATUS_CANNOT_START);
}

static void require(int result) {
    if (result < 0) {
        cannot_start(mw_error_text(result));
    }
}

static void start(void) {
    static struct mw_flash flash;
    struct mw_update_configuration chosen = {0};
    if (mw_provisioning_read(&provisioning) != 0) {
        cannot_start("node.conf is missing or of another form");
    }
    if (mw_flash_file_open(&flash, "flash.bin") != 0) {
        cannot_start("flash.bin is missing or of another size");
    }
    recording = mw_file_open("samples.bin", MW_FILE_READ);
    if (recording < 0) {
        cannot_start("samples.bin is missing");
    }
    chosen.trailer_pages = MW_FLASH_FILE_TRAILER_PAGES;
    chosen.data_pages = MW_FLASH_FILE_DATA_PAGES;
    chosen.keys = provisioning.keys;
    memcpy(chosen.key, provisioning.key, sizeof chosen.key);
    chosen.unsigned_allowed = (provisioning.flags & MW_PROVISIONED_UNSIGNED) != 0 ? 1 : 0;
    chosen.factory = factory;
    chosen.factory_length = mw_file_load("factory.mwm", factory, sizeof factory);
    mw_crypto_use_memory(crypto_memory, sizeof crypto_memory);
    require(mw_update_open(&update, &flash, &chosen, &mw_host_crypto));
    require(mw_node_start_updatable(&node, node_memory, sizeof node_memory, &provisioning.configuration, &update,
                                    (provisioning.flags & MW_PROVISIONED_AFTER_FAULT) != 0));
    uint32_t length = mw_file_load("snapshot.bin", snapshot, sizeof snapshot);
    int restored = length > 0 ? mw_node_restore(node, snapshot, length) : MW_OK;
    if (restored < 0) {
        mw_print("The node starts without its earlier state: ");
        mw_print(mw_error_text(restored));
        mw_print("\n");
    }
}

static void keep_snapshot(void) {
    int64_t length = mw_node_snapshot(node, snapshot, sizeof snapshot);
    if (length < 0 || mw_file_store("snapshot.bin", snapshot, (uint32_t)length) != 0) {
        mw_print("The node's state could not be kept.\n");
    }
}

_Noreturn static void end(int status) {
    keep_snapshot();
    mw_exit(status);
}

static uint32_t u32_at(const uint8_t *bytes) {
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

static void delivered(const uint8_t *content) {
    under_way -= under_way > 0 ? 1U : 0U;
    mw_node_delivered(node, u32_at(content), u32_at(content + 4));
}

static void hear(const struct mw_bridge_message *message) {
    bool two_words = message->length == 8;
    heard_ticks = mw_clock_ticks();
    switch (message->kind) {
    case MW_BRIDGE_DOWNLINK: mw_node_receive(node, message->content, message->length, mw_clock_millis()); break;
    case MW_BRIDGE_CONNECTED: connected = true; break;
    case MW_BRIDGE_LOST:
        connected = false;
        under_way = 0;
        mw_node_resend(node);
        break;
    case MW_BRIDGE_POWER_OFF:
        end(0);
    case MW_BRIDGE_DELIVERED:
        if (two_words) {
            delivered(message->content);
        }
        break;
    case MW_BRIDGE_TIME:
        if (two_words) {
            mw_clock_set(u32_at(message->content) | (uint64_t)u32_at(message->content + 4) << 32);
        }
        break;
    default: break; /* of a later bridge */
    }
}

/* The recording in a loop. A recording shorter than one tick would end nowhere, so the second read may give less. */
static void feel(void) {
    uint32_t wanted = (uint32_t)sizeof samples;
    uint32_t got = mw_file_read(recording, samples, wanted);
    if (got < wanted) {
        mw_file_seek(recording, 0);
        got += mw_file_read(recording, (uint8_t *)samples + got, wanted - got);
    }
    require(mw_node_samples(node, samples, got / 2, mw_clock_millis()));
}

static void speak(void) {
    const uint8_t *frame;
    while (connected && under_way < FRAMES_UNDER_WAY) {
        uint32_t length = mw_node_next_frame(node, mw_clock_millis(), &frame);
        if (length == 0) {
            return;
        }
        under_way++;
        mw_bridge_send(MW_NODE_FRAME, frame, length);
    }
}

int main(void) {
    start();
    mw_interrupts_open();
    mw_uart_open();
    mw_clock_open(provisioning.now_millis);
    mw_bridge_send(MW_NODE_STARTED, (const uint8_t *)&provisioning.configuration.boot_id, 4);
    uint32_t handled = 0;
    for (;;) {
        struct mw_bridge_message message;
        while (mw_bridge_next(&message)) {
            hear(&message);
        }
        uint32_t ticks = mw_clock_ticks();
        if (ticks - handled > MOST_TICKS_BEHIND) {
            handled = ticks - 1;
        }
        if (ticks != handled) {
            handled++;
            feel();
            if (mw_node_restart_wanted(node)) {
                end(STATUS_RESTART);
            }
            if (ticks - heard_ticks > MOST_TICKS_ALONE) {
                end(0);
            }
            if (handled % SNAPSHOT_TICKS == 0) {
                keep_snapshot();
            }
        }
        speak();
        mw_clock_sleep(handled);
    }
}
