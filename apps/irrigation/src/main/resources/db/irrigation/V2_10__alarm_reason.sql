-- Why an alarm was raised last, as reasons' codes with their numbers, so that every page says it in its reader's language.
CREATE TABLE alarm_reason (
    alarm_id bigint PRIMARY KEY REFERENCES alarm (id) ON DELETE CASCADE,
    reasons  jsonb NOT NULL
);
