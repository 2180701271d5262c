-- Who the patients are. This schema belongs to a role of its own; the role of the waveform tables has no right here.
REVOKE ALL ON SCHEMA ecg_identity FROM PUBLIC;

CREATE TABLE identity (
    patient         text PRIMARY KEY,
    name            text        NOT NULL,
    birth_date      date,
    hospital_number text,
    changed_at      timestamptz NOT NULL
);

-- Who looked at whom or changed it; nothing is ever removed from here by the app.
CREATE TABLE identity_access (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    by_user text        NOT NULL,
    patient text        NOT NULL,
    action  text        NOT NULL CHECK (action IN ('read', 'write'))
);
CREATE INDEX identity_access_newest ON identity_access (at DESC);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rows of % are only ever added.', TG_TABLE_NAME;
END $$;
CREATE TRIGGER identity_access_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON identity_access
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
