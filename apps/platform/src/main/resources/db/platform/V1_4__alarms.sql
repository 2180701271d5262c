CREATE SEQUENCE alarm_id;

CREATE TABLE alarm (
    id              bigint PRIMARY KEY,
    source          text        NOT NULL,
    rule            text        NOT NULL,
    priority        text        NOT NULL,
    state           text        NOT NULL,
    raised_at       timestamptz NOT NULL,
    returned_at     timestamptz,
    acknowledged_at timestamptz,
    acknowledged_by text,
    message         text        NOT NULL,
    value           double precision,
    limit_value     double precision,
    unit            text        NOT NULL
);
-- A condition has at most one open alarm, whatever happens around it.
CREATE UNIQUE INDEX alarm_open ON alarm (source, rule) WHERE state <> 'normal';
CREATE INDEX alarm_newest ON alarm (raised_at DESC);

CREATE TABLE alarm_transition (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alarm_id    bigint      NOT NULL REFERENCES alarm (id),
    at          timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    from_state  text        NOT NULL,
    to_state    text        NOT NULL,
    by_user     text,
    comment     text,
    value       double precision
);
CREATE INDEX alarm_transition_alarm ON alarm_transition (alarm_id, id);

CREATE TABLE alarm_condition (
    source         text    NOT NULL,
    rule           text    NOT NULL,
    present        boolean NOT NULL,
    contrary_bits  bigint  NOT NULL,
    contrary_since timestamptz,
    latest         timestamptz,
    PRIMARY KEY (source, rule)
);
