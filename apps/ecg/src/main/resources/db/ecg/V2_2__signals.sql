-- The beats of one frame: four numbers each, as on the wire (milliseconds since the one before, class, confidence, flags).
CREATE TABLE beat_block (
    node          bigint      NOT NULL,
    starts_at     timestamptz NOT NULL,
    boot          bigint      NOT NULL,
    sequence      bigint      NOT NULL,
    ends_at       timestamptz NOT NULL,
    model_version bigint      NOT NULL,
    late          boolean     NOT NULL,
    beats         bigint[]    NOT NULL,
    PRIMARY KEY (node, starts_at, boot, sequence)
) PARTITION BY RANGE (starts_at);

-- What further sensors at the patient, or a person, measured.
CREATE TABLE vital_signs (
    node                              bigint      NOT NULL,
    at                                timestamptz NOT NULL,
    boot                              bigint      NOT NULL,
    sequence                          bigint      NOT NULL,
    oxygen_saturation_permille        bigint,
    temperature_centidegrees          bigint,
    systolic_millimetres_of_mercury   bigint,
    diastolic_millimetres_of_mercury  bigint,
    consciousness                     bigint,
    respiration_rate_tenths           bigint,
    supplemental_oxygen               bigint,
    late                              boolean     NOT NULL,
    PRIMARY KEY (node, at, boot, sequence)
) PARTITION BY RANGE (at);

-- The newest block of each channel, by which a step of the node's clock shows.
CREATE TABLE stream_position (
    node           bigint      NOT NULL,
    channel        bigint      NOT NULL,
    boot           bigint      NOT NULL,
    block_index    bigint      NOT NULL,
    starts_at      timestamptz NOT NULL,
    duration_nanos bigint      NOT NULL,
    PRIMARY KEY (node, channel)
);

-- Something that began and, mostly, ended: reported by a node or found by the server.
CREATE TABLE episode (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    node          bigint      NOT NULL,
    boot          bigint      NOT NULL,
    patient       text REFERENCES patient (id),
    event_class   int         NOT NULL,
    onset_at      timestamptz NOT NULL,
    -- False where only the end came.
    onset_known   boolean     NOT NULL,
    end_at        timestamptz,
    probability   int         NOT NULL,
    measured      bigint[]    NOT NULL,
    late          boolean     NOT NULL,
    clock_suspect boolean     NOT NULL
);
CREATE INDEX episode_patient ON episode (patient, onset_at DESC);
CREATE INDEX episode_open ON episode (node, event_class) WHERE end_at IS NULL;
CREATE INDEX episode_node ON episode (node, onset_at DESC);
