-- A service speaks several times a day, and each word is kept by the moment it was said.
ALTER TABLE weather_forecast ADD COLUMN made_at timestamptz;
UPDATE weather_forecast SET made_at = made_on::timestamp AT TIME ZONE 'UTC';
ALTER TABLE weather_forecast ALTER COLUMN made_at SET NOT NULL;
ALTER TABLE weather_forecast ADD COLUMN dew_point_celsius double precision;
-- The strongest hour's mean at 2 m.
ALTER TABLE weather_forecast ADD COLUMN wind_metres_per_second double precision;
ALTER TABLE weather_forecast DROP CONSTRAINT weather_forecast_pkey;
ALTER TABLE weather_forecast ADD PRIMARY KEY (site_id, day, made_at);

-- The hours of the newest word; what has passed is of no use and goes.
CREATE TABLE weather_forecast_hour (
    site_id                 text             NOT NULL REFERENCES site (id),
    at                      timestamptz      NOT NULL,
    made_at                 timestamptz      NOT NULL,
    temperature_celsius     double precision NOT NULL,
    dew_point_celsius       double precision,
    wind_metres_per_second  double precision,
    rain_millimetres        double precision,
    PRIMARY KEY (site_id, at)
);

-- What a site's weather service answered last, when it may be asked again, and what was wrong.
CREATE TABLE forecast_answer (
    site_id       text PRIMARY KEY REFERENCES site (id),
    -- Whom was asked, in which format, for where; another service begins anew.
    service       text        NOT NULL,
    asked_at      timestamptz NOT NULL,
    next_at       timestamptz NOT NULL,
    -- Reasons of the last failure; null where the last answer was good.
    trouble       jsonb,
    good_at       timestamptz,
    etag          text,
    last_modified text,
    -- The last good answer as it was said.
    body          text
);
