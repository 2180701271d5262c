CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rows of % are only ever added.', TG_TABLE_NAME;
END $$;

-- A patient's alarms that are held back for a while, or without an end (until_at is null).
CREATE TABLE alarm_pause (
    patient text PRIMARY KEY REFERENCES patient (id),
    kind             text        NOT NULL,
    since            timestamptz NOT NULL,
    until_at         timestamptz,
    by_user          text        NOT NULL,
    -- The highest priority that stood when the pause began: a higher one breaks it. Null when none stood.
    highest_priority text
);

-- What persons and the server did besides alarms' own steps. Together with alarm_transition it is the alarm log.
CREATE TABLE journal (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at          timestamptz NOT NULL,
    patient     text REFERENCES patient (id),
    kind        text        NOT NULL,
    alarm_id    bigint,
    by_user     text,
    sentence    text        NOT NULL
);
CREATE INDEX journal_newest ON journal (at DESC);
CREATE INDEX journal_patient ON journal (patient, at DESC);
CREATE TRIGGER journal_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER alarm_transition_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON alarm_transition
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE INDEX alarm_transition_newest ON alarm_transition (recorded_at DESC);

-- What a person said of a beat or of an episode, and of which samples. The newest version of a target counts.
CREATE TABLE label (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind           text        NOT NULL CHECK (kind IN ('beat', 'episode')),
    target         text        NOT NULL,
    version        int         NOT NULL,
    patient        text        NOT NULL REFERENCES patient (id),
    node           bigint      NOT NULL,
    channel        int         NOT NULL,
    episode        bigint REFERENCES episode (id),
    from_at        timestamptz NOT NULL,
    to_at          timestamptz NOT NULL,
    boot           bigint,
    first_sample   bigint,
    last_sample    bigint,
    samples_sha256 text,
    before         text        NOT NULL,
    after          text        NOT NULL,
    verdict        text,
    comment        text,
    by_user        text        NOT NULL,
    at             timestamptz NOT NULL,
    UNIQUE (target, version)
);
CREATE INDEX label_patient ON label (patient, from_at);
CREATE INDEX label_episode ON label (episode) WHERE episode IS NOT NULL;
CREATE TRIGGER label_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON label
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE news_score (
    patient     text        NOT NULL REFERENCES patient (id),
    at          timestamptz NOT NULL,
    score       int         NOT NULL,
    single_three boolean    NOT NULL,
    missing     text        NOT NULL,
    PRIMARY KEY (patient, at)
);
