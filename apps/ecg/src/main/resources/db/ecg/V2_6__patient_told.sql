-- What each node confirmed last of its patient: the stay is null while it confirms none.
CREATE TABLE patient_told (
    node          bigint      PRIMARY KEY,
    boot          bigint      NOT NULL,
    sequence      bigint      NOT NULL,
    stay          bigint,
    has_pacemaker boolean,
    at            timestamptz NOT NULL
);
