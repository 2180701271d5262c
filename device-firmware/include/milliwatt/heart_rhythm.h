/*
 * Rhythm rules: from beats and their classes to arrhythmia events with onset and end (contract/heart.md, rhythm rules;
 * io.milliwatt.dsp.fixedpoint.heart.RhythmRules is the twin in Java).
 *
 * What needs no class (asystole, pauses, rates) is judged as soon as a beat is detected; what needs one (runs, couplets,
 * bigeminy ...) when its class is known. While the signal cannot be judged no rhythm event stands: those under way end and
 * the technical event takes their place, so that a lead that is off is no asystole.
 *
 * Times are numbers of samples that go on from 0 after 2^32; an event's duration is right for 2^31 samples, 24 days at 1 kHz.
 */
#ifndef MILLIWATT_HEART_RHYTHM_H
#define MILLIWATT_HEART_RHYTHM_H

#include "milliwatt/heart_quality.h"

#include <stdbool.h>
#include <stdint.h>

/* Classes of beats after AAMI EC57, as on the wire. */
enum mw_beat_class {
    MW_BEAT_NORMAL = 1,
    MW_BEAT_SUPRAVENTRICULAR = 2,
    MW_BEAT_VENTRICULAR = 3,
    MW_BEAT_FUSION = 4,
    MW_BEAT_UNCLASSIFIABLE = 5
};

/* Event classes, as on the wire. */
enum mw_rhythm_class {
    MW_RHYTHM_ASYSTOLE = 1,
    MW_RHYTHM_FIBRILLATION = 2, /* ventricular, or flutter */
    MW_RHYTHM_VENTRICULAR_TACHYCARDIA = 3,
    MW_RHYTHM_EXTREME_BRADYCARDIA = 4,
    MW_RHYTHM_EXTREME_TACHYCARDIA = 5,
    MW_RHYTHM_BRADYCARDIA = 6,
    MW_RHYTHM_TACHYCARDIA = 7,
    MW_RHYTHM_ATRIAL_FIBRILLATION = 8,
    MW_RHYTHM_PAUSE = 9,
    MW_RHYTHM_VENTRICULAR_RUN = 10, /* of 3 or 4, or longer and not above 100/min */
    MW_RHYTHM_VENTRICULAR_COUPLET = 11,
    MW_RHYTHM_BIGEMINY = 12,
    MW_RHYTHM_TRIGEMINY = 13,
    MW_RHYTHM_SUPRAVENTRICULAR_RUN = 14,
    MW_RHYTHM_FREQUENT_VENTRICULAR = 15,
    MW_RHYTHM_R_ON_T = 16,
    MW_RHYTHM_LEAD_OFF = 20,
    MW_RHYTHM_POOR_SIGNAL = 21,
    MW_RHYTHM_CLASSES = 22,
    MW_RHYTHM_EPISODES = 18 /* without the numbers that no class has */
};

/* What may be set for a patient. The limits of the life-threatening events are part of the rules and cannot be set. */
struct mw_rhythm_limits {
    uint16_t sample_rate;          /* Hz, 100 .. 1000 */
    uint16_t pause_milliseconds;   /* 1500 .. 4000 */
    uint16_t bradycardia;          /* per minute, 30 .. 120: the rate falls below it */
    uint16_t tachycardia;          /* per minute, 60 .. 300, above the bradycardia limit: the rate exceeds it */
    uint16_t frequent_ventricular; /* 1 .. 30: so many V beats within a minute are exceeded */
};

/* Pause 3 s (2018 ACC/AHA/HRS guideline on bradycardia), 50 and 120 per minute, 10 V beats in a minute. */
#define MW_RHYTHM_DEFAULT_LIMITS(rate)                                                                                 \
    {.sample_rate = (rate), .pause_milliseconds = 3000, .bradycardia = 50, .tachycardia = 120, .frequent_ventricular = 10}

bool mw_rhythm_limits_valid(const struct mw_rhythm_limits *limits);

struct mw_rhythm_episode {
    uint32_t onset;
    uint32_t newest; /* beat counted */
    uint32_t end;
    uint32_t beats;
};

/* The caller's memory, cleared before the first call. */
struct mw_rhythm {
    uint64_t ventricular_bits; /* of the last 64 classed beats, the newest lowest */
    struct mw_rhythm_episode episodes[MW_RHYTHM_EPISODES];
    uint32_t active; /* bit per event class */
    uint32_t began;
    uint32_t ended;
    uint32_t now;          /* the latest sample told of */
    uint32_t judged_since; /* the signal has been good since */
    uint32_t heard;        /* the last detected beat, or judged_since */
    uint32_t detected[17]; /* times of beats, a ring */
    uint32_t classed;      /* the last classed beat */
    uint32_t normal_interval;
    uint32_t run_onset;
    uint32_t run_last[5]; /* times of V beats of the run, a ring */
    uint32_t run_beats;
    uint32_t last_ventricular;
    uint32_t cycles_from[2];
    uint32_t atrial_onset; /* of the run of S beats */
    uint32_t atrial_beats;
    uint32_t minute[31]; /* times of V beats, a ring */
    uint32_t minute_count;
    uint8_t detected_count; /* in the ring, up to 17 */
    uint8_t detected_at;
    uint8_t run_at;
    uint8_t minute_at;
    uint8_t doubts;          /* beats of unknown class in a row */
    uint8_t since_ventricular; /* beats that are no V since the last V, up to 3; 255: there was none */
    uint8_t cycles[2];       /* of bigeminy and trigeminy */
    uint8_t classed_count;   /* up to 64 */
    uint8_t classed_before;  /* class of the last classed beat, 0 for none */
    bool running;            /* the signal is judged */
    uint8_t unused[5];
};

struct mw_rhythm_fibrillation {
    bool stands;
    uint32_t since;  /* it stands, or stands no longer */
    uint32_t beats;  /* since then, for the atria */
    uint32_t newest; /* of these beats */
};

/* The signal as it is now. */
struct mw_rhythm_signal {
    uint32_t sample; /* every beat before it has been told of */
    uint32_t quality; /* enum mw_heart_signal */
    struct mw_rhythm_fibrillation ventricular; /* or flutter */
    struct mw_rhythm_fibrillation atrial;
};

struct mw_rhythm_event {
    uint8_t event_class;
    bool ended;          /* an end; else an onset */
    uint16_t heart_rate; /* mean in the event, per minute; 0 with fewer than two beats */
    uint32_t beats;      /* in the event so far */
    uint32_t onset;
    uint32_t sample; /* for an end, that of the end; for an onset, when it was certain */
};

/* At least once a second, after the beats before `signal->sample`. */
void mw_rhythm_advance(struct mw_rhythm *state, const struct mw_rhythm_limits *limits,
                       const struct mw_rhythm_signal *signal);

/* A beat as soon as it is found, in order of time; one that is not later than the one before is left out. */
void mw_rhythm_detected(struct mw_rhythm *state, const struct mw_rhythm_limits *limits, uint32_t sample);

/* The same beat when its class is known. `certain` is false for a beat of which the classifier abstains. */
void mw_rhythm_classed(struct mw_rhythm *state, const struct mw_rhythm_limits *limits, uint32_t sample,
                       uint8_t beat_class, bool certain);

/* The events of the last call, the gravest first and an onset before its end; false when there is none left. To be asked
 * after every call of the three above until it gives none: what is not fetched is replaced by the next of its class. */
bool mw_rhythm_next_event(struct mw_rhythm *state, const struct mw_rhythm_limits *limits, struct mw_rhythm_event *event);

/* V beats among the last 64 classed ones, in 0.1 %. */
uint32_t mw_rhythm_ventricular_share(const struct mw_rhythm *state);

#endif
