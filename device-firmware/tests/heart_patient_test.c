/* What the server tells a node of its patient: command 13. */
#include "heart_node.h"

/* Command 13 as the gateway sends it. */
static int tell_values(struct mw_node *node, uint32_t stay, const uint32_t *values, uint32_t count) {
    static uint32_t sequence;
    uint8_t bytes[128];
    const uint8_t key[MW_KEY_LENGTH] = {0};
    const struct mw_frame_head head = {4711, 1792900000, sequence++, START, MW_FRAME_COMMAND};
    struct mw_cbor out = {bytes, sizeof bytes, 0, false};
    mw_frame_begin(&out, &head);
    mw_cbor_map(&out, count > 0 ? 3 : 2);
    mw_cbor_pair(&out, 0, 13);
    mw_cbor_pair(&out, 1, stay);
    if (count > 0) {
        mw_cbor_unsigned(&out, 2);
        mw_cbor_array(&out, count);
        for (uint32_t i = 0; i < count; i++) {
            mw_cbor_unsigned(&out, values[i]);
        }
    }
    int32_t length = mw_frame_seal(&out, key, &mw_host_crypto);
    CHECK(length > 0);
    return mw_node_receive(node, bytes, (size_t)length, node->now_millis);
}

static int tell_patient(struct mw_node *node, uint32_t stay, uint32_t has_pacemaker) {
    return tell_values(node, stay, &has_pacemaker, 1);
}

static struct told newest_status(const struct mw_node *node) {
    struct told newest = {0};
    for (const struct mw_record *each = mw_store_next(&node->store, NULL); each != NULL;
         each = mw_store_next(&node->store, each)) {
        struct told told = read_frame(mw_store_frame(each), each->length);
        newest = told.kind == MW_FRAME_STATUS ? told : newest;
    }
    return newest;
}

static struct told beats_since(const struct mw_node *node, uint32_t sequence) {
    struct told sum = {0};
    for (const struct mw_record *each = mw_store_next(&node->store, NULL); each != NULL;
         each = mw_store_next(&node->store, each)) {
        struct told told = read_frame(mw_store_frame(each), each->length);
        sum.beats += each->sequence >= sequence ? told.beats : 0;
        sum.paced += each->sequence >= sequence ? told.paced : 0;
    }
    return sum;
}

TEST(another_patient_begins_anew_and_the_same_one_does_nothing) {
    struct mw_node *node = started(1);
    uint64_t now = run(node, START, 30, 200);
    now = run(node, now, 6, 0);
    CHECK_EQUAL(0, newest_status(node).stay);
    CHECK_EQUAL(MW_OK, tell_patient(node, 17, 0));
    CHECK_EQUAL(1, events_of(node, MW_RHYTHM_ASYSTOLE, 0));
    CHECK((node->quality & MW_QUALITY_WARMING_UP) != 0);
    CHECK_EQUAL(17, newest_status(node).stay);
    CHECK_EQUAL(0, newest_status(node).has_pacemaker);
    now = run(node, now, 30, 200);
    CHECK_EQUAL(0, node->quality);
    uint32_t told = node->next_sequence;
    CHECK_EQUAL(MW_OK, tell_patient(node, 17, 0));
    CHECK_EQUAL(0, node->quality);
    CHECK_EQUAL(told, node->next_sequence);
    CHECK_EQUAL(MW_OK, tell_patient(node, 18, 0));
    CHECK((node->quality & MW_QUALITY_WARMING_UP) != 0);
    CHECK_EQUAL(18, newest_status(node).stay);
    CHECK(now > START);
}

TEST(spikes_are_taken_out_and_beats_marked_once_the_pacemaker_is_told) {
    struct mw_node *node = started(1);
    uint64_t now = run_as(node, START, 30, PACED_INTERVAL, true);
    CHECK_EQUAL(0, beats_since(node, 0).paced);
    CHECK_EQUAL(MW_OK, tell_patient(node, 17, 1));
    CHECK_EQUAL(1, newest_status(node).has_pacemaker);
    uint32_t told = node->next_sequence;
    now = run_as(node, now, 30, PACED_INTERVAL, true);
    CHECK(beats_since(node, told).beats > 20);
    CHECK_EQUAL(beats_since(node, told).beats, beats_since(node, told).paced);
    now = run_as(node, now, 6, 0, true); /* the pacemaker goes on, the heart does not */
    CHECK_EQUAL(1, events_of(node, MW_RHYTHM_ASYSTOLE, 1));
    CHECK_EQUAL(MW_OK, tell_patient(node, 17, 0));
    CHECK_EQUAL(1, events_of(node, MW_RHYTHM_ASYSTOLE, 0));
    CHECK_EQUAL(0, newest_status(node).has_pacemaker);
    told = node->next_sequence;
    run_as(node, now, 30, PACED_INTERVAL, true);
    CHECK_EQUAL(0, beats_since(node, told).paced);
}

TEST(what_is_told_of_a_patient_is_refused_out_of_range_and_changes_nothing) {
    const uint32_t two[] = {1, 0};
    struct mw_node *node = started(1);
    uint64_t now = run(node, START, 30, 200);
    CHECK_EQUAL(MW_OK, tell_patient(node, 17, 0));
    now = run(node, now, 30, 200);
    CHECK_EQUAL(MW_ERROR_FORMAT, tell_patient(node, 0, 1));
    CHECK_EQUAL(MW_ERROR_FORMAT, tell_patient(node, 18, 2));
    CHECK_EQUAL(MW_ERROR_FORMAT, tell_values(node, 18, NULL, 0));
    CHECK_EQUAL(MW_ERROR_FORMAT, tell_values(node, 18, two, 2));
    CHECK_EQUAL(0, node->quality);
    CHECK_EQUAL(17, newest_status(node).stay);
    CHECK(now > START);
}

TEST(the_patient_told_outlives_a_restart) {
    struct mw_node *node = started(1);
    uint64_t now = run_as(node, START, 5, PACED_INTERVAL, true);
    CHECK_EQUAL(MW_OK, tell_patient(node, 17, 1));
    int64_t length = mw_node_snapshot(node, heart_node_snapshot, LARGEST_SNAPSHOT);
    CHECK(length > 0);
    node = started(2);
    CHECK_EQUAL(MW_OK, mw_node_restore(node, heart_node_snapshot, (size_t)length));
    now = run_as(node, now, 30, PACED_INTERVAL, true);
    CHECK_EQUAL(17, newest_status(node).stay);
    CHECK_EQUAL(1, newest_status(node).has_pacemaker);
    CHECK(beats_since(node, 0).paced > 20);
    CHECK_EQUAL(MW_OK, tell_patient(node, 17, 1));
    CHECK_EQUAL(0, node->quality);
    CHECK(now > START);
}

TEST(a_patient_told_before_the_first_sample_stands_in_the_first_status) {
    struct mw_node *node = started(1);
    CHECK_EQUAL(MW_OK, tell_patient(node, 17, 1));
    CHECK_EQUAL(0, node->next_sequence);
    run_as(node, START, 1, PACED_INTERVAL, true);
    CHECK_EQUAL(17, newest_status(node).stay);
}
