-- The plan for the season that a zone follows, made anew every week and with every change of what it was made for.
CREATE TABLE season_plan (
    zone_id text  PRIMARY KEY REFERENCES zone (id) ON DELETE CASCADE,
    made_on date  NOT NULL,
    plan    jsonb NOT NULL
);
