-- Patients by pseudonym. No name stands here or anywhere in this schema.
CREATE TABLE patient (
    id         text PRIMARY KEY,
    created_at timestamptz NOT NULL
);

CREATE TABLE admission (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    patient       text        NOT NULL REFERENCES patient (id),
    bed           text        NOT NULL,
    ward          text        NOT NULL,
    admitted_at   timestamptz NOT NULL,
    discharged_at timestamptz,
    -- Limits and levels end with the admission; null means the defaults.
    settings      text,
    settings_at   timestamptz,
    settings_by   text
);
CREATE UNIQUE INDEX admission_open_patient ON admission (patient) WHERE discharged_at IS NULL;
CREATE UNIQUE INDEX admission_open_bed ON admission (ward, bed) WHERE discharged_at IS NULL;

-- Which node was on which patient, and when.
CREATE TABLE assignment (
    admission bigint      NOT NULL REFERENCES admission (id),
    node      bigint      NOT NULL,
    from_at   timestamptz NOT NULL,
    to_at     timestamptz,
    PRIMARY KEY (admission, node, from_at)
);
CREATE UNIQUE INDEX assignment_open ON assignment (node) WHERE to_at IS NULL;
