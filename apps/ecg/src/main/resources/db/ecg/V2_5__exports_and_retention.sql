-- Who took which stretch of whose monitoring away.
CREATE TABLE export_access (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    by_user text        NOT NULL,
    patient text        NOT NULL REFERENCES patient (id),
    format  text        NOT NULL,
    from_at timestamptz NOT NULL,
    to_at   timestamptz NOT NULL
);
CREATE INDEX export_access_newest ON export_access (at DESC);

-- What is only ever added leaves by age alone, and no setting of the app makes it leave before this one.
CREATE FUNCTION refuse_early_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (to_jsonb(OLD) ->> TG_ARGV[0])::timestamptz > now() - TG_ARGV[1]::interval THEN
        RAISE EXCEPTION 'Rows of % are kept for % at least.', TG_TABLE_NAME, TG_ARGV[1];
    END IF;
    RETURN OLD;
END $$;

DROP TRIGGER journal_is_kept ON journal;
DROP TRIGGER alarm_transition_is_kept ON alarm_transition;
DROP TRIGGER label_is_kept ON label;
CREATE TRIGGER journal_is_kept BEFORE UPDATE OR TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER alarm_transition_is_kept BEFORE UPDATE OR TRUNCATE ON alarm_transition
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER label_is_kept BEFORE UPDATE OR TRUNCATE ON label
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER export_access_is_kept BEFORE UPDATE OR TRUNCATE ON export_access
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_stays BEFORE DELETE ON journal
    FOR EACH ROW EXECUTE FUNCTION refuse_early_removal('at', '365 days');
CREATE TRIGGER alarm_transition_stays BEFORE DELETE ON alarm_transition
    FOR EACH ROW EXECUTE FUNCTION refuse_early_removal('recorded_at', '365 days');
CREATE TRIGGER label_stays BEFORE DELETE ON label
    FOR EACH ROW EXECUTE FUNCTION refuse_early_removal('at', '365 days');
CREATE TRIGGER export_access_stays BEFORE DELETE ON export_access
    FOR EACH ROW EXECUTE FUNCTION refuse_early_removal('at', '365 days');
