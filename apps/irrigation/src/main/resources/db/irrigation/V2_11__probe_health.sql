-- A probe's local days, as faults are looked for in them: means of each sensor from the top down, NaN where too little was told.
CREATE TABLE sensor_day (
    probe_id          text               NOT NULL REFERENCES probe (id) ON DELETE CASCADE,
    day               date               NOT NULL,
    water_content     double precision[] NOT NULL,
    soil_celsius      double precision[] NOT NULL,
    air_celsius       double precision   NOT NULL,
    rain_millimetres  double precision   NOT NULL,
    water_millimetres double precision   NOT NULL,
    PRIMARY KEY (probe_id, day)
);

-- What the last look at a probe said, with its evidence.
CREATE TABLE probe_health (
    probe_id  text PRIMARY KEY REFERENCES probe (id) ON DELETE CASCADE,
    judged_at timestamptz NOT NULL,
    verdict   jsonb       NOT NULL
);
CREATE INDEX probe_health_judged ON probe_health (judged_at);
