/*
 * Replays a corpus that Java wrote (EmulatedBoardsTest, CorpusWriter) and compares every result: scores, probabilities,
 * features, verdicts and events. The command line names the file. Ends with status 1 at the first difference, naming it.
 *
 * The file: u32 magic, then records: u32 kind, u32 bytes that follow, u32 length of the name, the name, and
 *   kind 1  u32 bytes, a bundle, u32 cases, each: i16 inputs, i16 scores, u8 probabilities
 *   kind 2  u32 1 for a bundle or 0 for a recipe section, u32 bytes, it, u32 sensor[5], then entries: u32 1, u32 count,
 *           i16 samples (never beyond a window's end); u32 2, u32 shaft speed; u32 3, a window; u32 0, the end
 *   kind 3  u32 bytes, a bundle, u32 cases, each a window: its recipe values are given
 *   kind 4  u32 bytes, a bundle that watches a heart, u32 nano-millivolt per count, then: u32 count, i16 samples, u32 rows
 *           told so far, u32 their sum (FNV-1a of each number, as java_heart.h puts them); u32 0, the end
 * A window: u32 count, i32 values, u32 quality, and for a bundle u32 judged, verdict, probability, evidence, event
 * (0 none, 1 end, 2 onset), the event's verdict and probability. A record that a board has no memory for is counted.
 */
#include "../../port/cortex-m/semihosting.h"
#include "milliwatt/decision.h"
#include "milliwatt/error.h"
#include "milliwatt/heart.h"
#include "milliwatt/recipe.h"

#include <string.h>

#define MAGIC 0x4352574DU
#define BLOCK 128

/* The records' frames do not add up: the smallest board has 4 kB of stack. */
#define SEPARATE_FRAME __attribute__((noinline))

#if __ARM_ARCH == 6
#define MEMORY_BYTES 11776
#else
#define MEMORY_BYTES 262144
#endif

enum record_kind { RECORD_MODEL = 1, RECORD_RECIPE = 2, RECORD_VALUES = 3, RECORD_HEART = 4 };
enum entry { ENTRY_END, ENTRY_SAMPLES, ENTRY_SPEED, ENTRY_WINDOW };

static uint64_t memory[MEMORY_BYTES / 8];
static int32_t file;
static char name[48];
static uint32_t cases;
static uint32_t position;

static void need(void *bytes, uint32_t length) {
    if (mw_file_read(file, bytes, length) != length) {
        mw_print("replay: the corpus is cut off\n");
        mw_exit(1);
    }
    position += length;
}

static uint32_t number(void) {
    uint32_t value;
    need(&value, sizeof value);
    return value;
}

static void fail(const char *what, uint32_t index, int64_t expected, int64_t found) {
    mw_print("replay: ");
    mw_print(name);
    mw_print(", case ");
    mw_print_number(cases);
    mw_print(", ");
    mw_print(what);
    mw_print(" ");
    mw_print_number(index);
    mw_print(": Java gives ");
    mw_print_number(expected);
    mw_print(", this board ");
    mw_print_number(found);
    mw_print("\n");
    mw_exit(1);
}

static void expect(const char *what, uint32_t index, int64_t expected, int64_t found) {
    if (expected != found) {
        fail(what, index, expected, found);
    }
}

/* The rest of the memory after `used` bytes, aligned to 8. */
static uint8_t *memory_after(uint32_t used) { return (uint8_t *)memory + ((used + 7U) & ~7U); }

static bool fits(uint64_t bytes) { return bytes + 8 <= sizeof memory; }

/* Opens the bundle at the beginning of the memory. Returns whether its scratch also has room. */
static bool open(struct mw_bundle *bundle, struct mw_model *model, uint32_t length) {
    expect("bundle", 0, MW_OK, mw_bundle_parse(bundle, (const uint8_t *)memory, length));
    model->bundle = bundle;
    model->scratch = memory_after(length);
    if (!fits((uint64_t)length + 8 + mw_model_scratch_size(bundle))) {
        return false;
    }
    expect("self-test", 0, MW_OK, mw_model_self_test(model));
    return true;
}

static SEPARATE_FRAME bool replay_model(void) {
    struct mw_bundle bundle;
    struct mw_model model;
    uint32_t length = number();
    if (!fits(length)) {
        return false;
    }
    need(memory, length);
    if (!open(&bundle, &model, length)) {
        return false;
    }
    /* From an array there may be more inputs than a stack has room for. */
    uint32_t inputs_at = length + 8 + mw_model_scratch_size(&bundle);
    int16_t *inputs = (int16_t *)(void *)memory_after(inputs_at);
    if (!fits((uint64_t)inputs_at + 8 + 2U * bundle.inputs)) {
        return false;
    }
    for (uint32_t left = number(); left > 0; left--, cases++) {
        int16_t expected[MW_MAX_CLASSES];
        int16_t scores[MW_MAX_CLASSES];
        uint8_t expected_probabilities[MW_MAX_CLASSES];
        uint8_t probabilities[MW_MAX_CLASSES];
        need(inputs, 2U * bundle.inputs);
        need(expected, 2U * bundle.classes);
        need(expected_probabilities, bundle.classes);
        mw_model_score(&model, inputs, scores);
        mw_model_probabilities(&bundle, scores, probabilities);
        for (uint32_t class = 0; class < bundle.classes; class++) {
            expect("score of class", class, expected[class], scores[class]);
            expect("probability of class", class, expected_probabilities[class], probabilities[class]);
        }
    }
    return true;
}

/* Judges the window's values and compares with what follows in the corpus. */
static void compare_verdict(const struct mw_model *model, struct mw_votes *votes, const int32_t *values, uint32_t count,
                            uint32_t quality) {
    struct mw_judgement judgement = {0};
    struct mw_event_change change = {0};
    int judged = mw_decision_judge(model, values, count, (uint16_t)quality, &judgement);
    bool event = judged == 1 && mw_decision_count(model->bundle, votes, &judgement, &change);
    expect("judged", 0, number(), judged);
    expect("verdict", 0, number(), judgement.verdict);
    expect("probability", 0, number(), judgement.probability);
    expect("evidence", 0, number(), judgement.evidence);
    expect("event", 0, number(), event ? 1 + (change.onset ? 1 : 0) : 0);
    expect("verdict of the event", 0, number(), change.verdict);
    expect("probability of the event", 0, number(), change.probability);
}

static SEPARATE_FRAME bool replay_values(void) {
    struct mw_bundle bundle;
    struct mw_model model;
    struct mw_votes votes = {0};
    uint32_t length = number();
    if (!fits(length)) {
        return false;
    }
    need(memory, length);
    if (!open(&bundle, &model, length)) {
        return false;
    }
    for (uint32_t left = number(); left > 0; left--, cases++) {
        int32_t values[MW_RECIPE_MAX_VALUES];
        uint32_t count = number();
        need(values, count * (uint32_t)sizeof values[0]);
        compare_verdict(&model, &votes, values, count, number());
    }
    return true;
}

static void replay_samples(struct mw_recipe *recipe, struct mw_features *features, uint32_t count) {
    features->count = 0;
    while (count > 0) {
        int16_t samples[BLOCK];
        uint32_t part = count < BLOCK ? count : BLOCK;
        need(samples, 2 * part);
        expect("samples taken", 0, part, mw_recipe_accept(recipe, samples, part, features));
        count -= part;
    }
}

static void replay_window(const struct mw_model *model, struct mw_votes *votes, const struct mw_features *features) {
    uint32_t count = number();
    expect("values", 0, count, features->count);
    for (uint32_t i = 0; i < count; i++) {
        expect("value", i, (int32_t)number(), features->values[i]);
    }
    expect("quality", 0, number(), features->quality);
    if (model->bundle != NULL) {
        compare_verdict(model, votes, features->values, count, features->quality);
    }
    cases++;
}

static SEPARATE_FRAME bool replay_recipe(void) {
    struct mw_bundle bundle;
    struct mw_model model = {0};
    struct mw_votes votes = {0};
    struct mw_sensor sensor;
    struct mw_recipe recipe;
    struct mw_features features;
    bool is_bundle = number() == 1;
    uint32_t length = number();
    if (!fits(length)) {
        return false;
    }
    need(memory, length);
    struct mw_part section = {.bytes = (const uint8_t *)memory, .length = length};
    uint32_t used = length + 8;
    if (is_bundle) {
        if (!open(&bundle, &model, length)) {
            return false;
        }
        section = bundle.recipe;
        used += mw_model_scratch_size(&bundle);
    }
    need(&sensor, sizeof sensor);
    int32_t state_bytes = mw_recipe_state_size(section.bytes, section.length);
    expect("refused recipe", 0, 0, state_bytes < 0 ? state_bytes : 0);
    if (!fits((uint64_t)used + 8 + (uint32_t)state_bytes)) {
        return false;
    }
    expect("start", 0, MW_OK,
           mw_recipe_start(&recipe, section.bytes, section.length, memory_after(used), (uint32_t)state_bytes, &sensor));
    for (uint32_t entry = number(); entry != ENTRY_END; entry = number()) {
        if (entry == ENTRY_SAMPLES) {
            replay_samples(&recipe, &features, number());
        } else if (entry == ENTRY_SPEED) {
            expect("shaft speed", 0, MW_OK, mw_recipe_set_shaft_speed(&recipe, number()));
        } else {
            replay_window(&model, &votes, &features);
        }
    }
    return true;
}

/* What a heart has told: how many rows, and their sum. */
struct told {
    uint32_t rows;
    uint32_t sum;
};

static int tell(struct told *told, const int32_t *row, uint32_t numbers) {
    told->rows++;
    for (uint32_t i = 0; i < 12; i++) {
        told->sum = (told->sum ^ (i < numbers ? (uint32_t)row[i] : 0)) * 16777619U;
    }
    return MW_OK;
}

static int told_beat(void *context, const struct mw_heart_beat *beat) {
    const int32_t row[] = {1, (int32_t)beat->sample, beat->beat_class, beat->confidence, beat->flags};
    return tell(context, row, sizeof row / sizeof row[0]);
}

static int told_event(void *context, const struct mw_heart_event *event) {
    const int32_t row[] = {2, event->event_class, event->urgency, event->onset, event->heart_rate,
                           (int32_t)event->beats, (int32_t)event->millis, (int32_t)event->sample};
    return tell(context, row, sizeof row / sizeof row[0]);
}

static int told_second(void *context, const struct mw_features *features) {
    int32_t row[2 + MW_HEART_VALUES] = {3};
    memcpy(row + 1, features->values, MW_HEART_VALUES * sizeof row[0]);
    row[1 + MW_HEART_VALUES] = features->quality;
    return tell(context, row, sizeof row / sizeof row[0]);
}

static SEPARATE_FRAME bool replay_heart(void) {
    struct mw_bundle bundle;
    struct mw_model model = {0};
    struct mw_recipe recipe;
    struct mw_heart heart;
    struct told told = {0, 2166136261U};
    const struct mw_heart_listener listener = {&told, told_beat, told_event, told_second};
    const struct mw_heart_settings settings = {0};
    uint32_t length = number();
    if (!fits(length)) {
        return false;
    }
    need(memory, length);
    if (!open(&bundle, &model, length)) {
        return false;
    }
    struct mw_sensor sensor = {.nano_units_per_count = number()};
    expect("heart", 0, 1, mw_heart_is_watched(&bundle) && mw_heart_fits(&bundle));
    uint32_t recipe_bytes = (uint32_t)mw_recipe_state_size(bundle.recipe.bytes, bundle.recipe.length);
    uint32_t heart_at = length + 16 + recipe_bytes;
    if (!fits((uint64_t)heart_at + 8 + mw_heart_state_size())) {
        return false;
    }
    expect("start", 0, MW_OK,
           mw_recipe_start(&recipe, bundle.recipe.bytes, bundle.recipe.length, memory_after(length), recipe_bytes, &sensor));
    expect("start of the heart", 0, MW_OK,
           mw_heart_start(&heart, &model, &recipe, memory_after(heart_at), &settings, &listener));
    for (uint32_t count = number(); count > 0; count = number(), cases++) {
        while (count > 0) {
            int16_t samples[BLOCK];
            uint32_t part = count < BLOCK ? count : BLOCK;
            need(samples, 2 * part);
            expect("samples", 0, MW_OK, mw_heart_samples(&heart, samples, part));
            count -= part;
        }
        expect("rows told", 0, number(), told.rows);
        expect("their sum", 0, number(), told.sum);
    }
    return true;
}

static bool replay(uint32_t kind) {
    switch (kind) {
    case RECORD_MODEL: return replay_model();
    case RECORD_RECIPE: return replay_recipe();
    case RECORD_VALUES: return replay_values();
    case RECORD_HEART: return replay_heart();
    default: mw_print("replay: a record of unknown kind\n"); mw_exit(1);
    }
}

int main(void) {
    char line[256];
    if (mw_command_line(line, sizeof line) != 0 || strchr(line, ' ') == NULL) {
        mw_print("replay: name the corpus\n");
        return 1;
    }
    file = mw_file_open(strchr(line, ' ') + 1, MW_FILE_READ);
    if (file < 0 || number() != MAGIC) {
        mw_print("replay: that is not a corpus\n");
        return 1;
    }
    uint32_t records = 0;
    uint32_t skipped = 0;
    uint32_t kind;
    while (mw_file_read(file, &kind, sizeof kind) == sizeof kind) {
        position += (uint32_t)sizeof kind;
        uint32_t length = number();
        uint32_t end = position + length;
        uint32_t name_length = number();
        if (name_length >= sizeof name) {
            mw_print("replay: a name is too long\n");
            return 1;
        }
        need(name, name_length);
        name[name_length] = '\0';
        records++;
        if (!replay(kind)) {
            skipped++;
            position = end;
            expect("seek", 0, 0, mw_file_seek(file, end));
        }
        expect("end of the record", 0, end, position);
    }
    mw_print("replayed ");
    mw_print_number(records - skipped);
    mw_print(" records with ");
    mw_print_number(cases);
    mw_print(" cases, without memory for ");
    mw_print_number(skipped);
    mw_print("\n");
    return 0;
}
