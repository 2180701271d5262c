CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rows of % are only ever added.', TG_TABLE_NAME;
END $$;

CREATE TABLE recommendation (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    zone_id      text        NOT NULL REFERENCES zone (id),
    made_at      timestamptz NOT NULL,
    for_day      date        NOT NULL,
    action       text        NOT NULL,
    -- What was computed, with its reasons and inputs, never changed afterwards.
    advice       jsonb       NOT NULL,
    decision     text        NOT NULL CHECK (decision IN ('open', 'accepted', 'changed', 'rejected', 'expired')),
    decided_by   text,
    decided_at   timestamptz,
    decision_reason text,
    decided_net_millimetres double precision,
    outcome      jsonb
);
CREATE INDEX recommendation_zone ON recommendation (zone_id, made_at DESC);
-- A zone has at most one recommendation that waits for a person.
CREATE UNIQUE INDEX recommendation_open ON recommendation (zone_id) WHERE decision = 'open';

CREATE TABLE run (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    zone_id            text        NOT NULL REFERENCES zone (id),
    valve_id           text        NOT NULL REFERENCES valve (id),
    source_id          text        NOT NULL,
    origin             text        NOT NULL,
    recommendation_id  bigint REFERENCES recommendation (id),
    state              text        NOT NULL CHECK (state IN ('planned', 'running', 'done', 'cancelled', 'failed', 'stopped')),
    planned_start      timestamptz NOT NULL,
    planned_end        timestamptz NOT NULL,
    planned_seconds    int         NOT NULL CHECK (planned_seconds > 0),
    planned_net_millimetres double precision NOT NULL,
    started_at         timestamptz,
    ended_at           timestamptz,
    open_seconds       double precision NOT NULL DEFAULT 0,
    metered_litres     double precision,
    end_cause          text,
    reason             jsonb,
    created_by         text        NOT NULL,
    created_at         timestamptz NOT NULL
);
CREATE INDEX run_time ON run (planned_start);
CREATE INDEX run_zone ON run (zone_id, planned_start DESC);
CREATE INDEX run_unfinished ON run (planned_start) WHERE state IN ('planned', 'running');

-- The pulses of a run, with the command that opens each.
CREATE TABLE run_cycle (
    run_id           bigint      NOT NULL REFERENCES run (id),
    place            smallint    NOT NULL,
    start_at         timestamptz NOT NULL,
    seconds          int         NOT NULL CHECK (seconds > 0),
    state            text        NOT NULL CHECK (state IN ('planned', 'sent', 'running', 'done', 'cancelled', 'failed', 'stopped')),
    command_sequence bigint,
    sent_at          timestamptz,
    opened_at        timestamptz,
    closed_at        timestamptz,
    open_seconds     double precision NOT NULL DEFAULT 0,
    litres           double precision,
    PRIMARY KEY (run_id, place)
);
CREATE INDEX run_cycle_command ON run_cycle (command_sequence) WHERE command_sequence IS NOT NULL;

-- A node takes only numbers above the last one.
CREATE TABLE valve_command_number (
    node bigint PRIMARY KEY,
    last bigint NOT NULL
);

-- What valves told of themselves.
CREATE TABLE valve_event (
    node             bigint      NOT NULL,
    boot             bigint      NOT NULL,
    sequence         bigint      NOT NULL,
    output           smallint    NOT NULL,
    at               timestamptz NOT NULL,
    opened           boolean     NOT NULL,
    cause            text        NOT NULL,
    command_sequence bigint      NOT NULL,
    open_seconds     bigint      NOT NULL,
    litres           bigint      NOT NULL,
    limit_seconds    bigint      NOT NULL,
    late             boolean     NOT NULL,
    PRIMARY KEY (node, boot, sequence)
);
CREATE INDEX valve_event_valve ON valve_event (node, output, at DESC);

-- The newest word of each valve.
CREATE TABLE valve_latest (
    node             bigint      NOT NULL,
    output           smallint    NOT NULL,
    at               timestamptz NOT NULL,
    is_open          boolean     NOT NULL,
    cause            text        NOT NULL,
    command_sequence bigint      NOT NULL,
    open_seconds     bigint      NOT NULL,
    litres           bigint      NOT NULL,
    limit_seconds    bigint      NOT NULL,
    PRIMARY KEY (node, output)
);

-- The newest outlook of each zone: its row in lists, and the days ahead.
CREATE TABLE zone_outlook (
    zone_id      text PRIMARY KEY REFERENCES zone (id),
    made_at      timestamptz NOT NULL,
    outlook      jsonb       NOT NULL
);

-- Water that came by hand or from a file instead of from a valve's run.
CREATE TABLE applied_water (
    zone_id           text             NOT NULL REFERENCES zone (id),
    day               date             NOT NULL,
    gross_millimetres double precision NOT NULL CHECK (gross_millimetres >= 0),
    origin            text             NOT NULL,
    PRIMARY KEY (zone_id, day, origin)
);

-- A depletion that somebody measured otherwise, such as with an auger or a neutron probe.
CREATE TABLE depletion_correction (
    zone_id               text             NOT NULL REFERENCES zone (id),
    day                   date             NOT NULL,
    depletion_millimetres double precision NOT NULL,
    spread_millimetres    double precision NOT NULL CHECK (spread_millimetres > 0),
    note                  text             NOT NULL,
    by_user               text             NOT NULL,
    at                    timestamptz      NOT NULL,
    PRIMARY KEY (zone_id, day)
);

CREATE TABLE spray (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    zone_id       text        NOT NULL REFERENCES zone (id),
    applied_on    date        NOT NULL,
    product       text        NOT NULL,
    target        text        NOT NULL,
    residual_days int         NOT NULL CHECK (residual_days >= 0),
    by_user       text        NOT NULL,
    at            timestamptz NOT NULL
);
CREATE INDEX spray_zone ON spray (zone_id, applied_on DESC);

-- Who did what, and what the server did by itself: rows are only ever added.
CREATE TABLE audit_entry (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       timestamptz NOT NULL,
    by_user  text        NOT NULL,
    action   text        NOT NULL,
    subject  text        NOT NULL,
    detail   jsonb       NOT NULL
);
CREATE INDEX audit_entry_subject ON audit_entry (subject, id DESC);
CREATE TRIGGER audit_entry_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What the watch over a site's valves remembers; one server at a time takes it, changes it and puts it back.
CREATE TABLE safety_state (
    site_id text PRIMARY KEY REFERENCES site (id),
    state   jsonb NOT NULL
);
