-- What soil nodes read, as it came; what cannot be is kept too, with the reason for which it takes part in nothing.
-- One row a reading; a depth's place in the arrays is its channel.
CREATE TABLE soil_reading (
    node                     bigint      NOT NULL,
    at                       timestamptz NOT NULL,
    boot                     bigint      NOT NULL,
    sequence                 bigint      NOT NULL,
    depths_millimetres       bigint[]    NOT NULL,
    -- 0.1 % of volume; null where the sensor did not answer.
    water_content_permille   bigint[]    NOT NULL,
    temperature_centidegrees bigint[]    NOT NULL,
    -- Bits of the node and of the server together.
    flags                    bigint[]    NOT NULL,
    battery_millivolts       bigint,
    rain_tenths_millimetre   bigint,
    air_centidegrees         bigint,
    flow_litres              bigint,
    days_to_refill_tenths    bigint,
    late                     boolean     NOT NULL,
    clock_suspect            boolean     NOT NULL,
    PRIMARY KEY (node, at, boot, sequence)
) PARTITION BY RANGE (at);

-- The newest reading of each node, so that a farm of thousands is shown without a search.
CREATE TABLE soil_latest (
    node                     bigint PRIMARY KEY,
    at                       timestamptz NOT NULL,
    boot                     bigint      NOT NULL,
    depths_millimetres       bigint[]    NOT NULL,
    water_content_permille   bigint[]    NOT NULL,
    temperature_centidegrees bigint[]    NOT NULL,
    flags                    bigint[]    NOT NULL,
    battery_millivolts       bigint,
    rain_tenths_millimetre   bigint,
    flow_litres              bigint,
    days_to_refill_tenths    bigint
);

-- What a gauge caught from one time to another; nothing caught is a row too, since silence is not dryness.
CREATE TABLE rain_interval (
    gauge       text             NOT NULL,
    from_at     timestamptz      NOT NULL,
    until_at    timestamptz      NOT NULL,
    millimetres double precision NOT NULL CHECK (millimetres >= 0),
    stored_at   timestamptz      NOT NULL,
    PRIMARY KEY (gauge, from_at),
    CHECK (until_at > from_at)
);

-- What a probe said at the end of a local day, so that the account of a season does not read a season of readings.
CREATE TABLE probe_day (
    probe_id text        NOT NULL REFERENCES probe (id) ON DELETE CASCADE,
    day      date        NOT NULL,
    digest   jsonb       NOT NULL,
    as_of    timestamptz NOT NULL,
    PRIMARY KEY (probe_id, day)
);

-- What was excluded from decisions, and why: a reason's code with its numbers.
CREATE TABLE excluded_value (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source     text             NOT NULL,
    at         timestamptz      NOT NULL,
    quantity   text             NOT NULL,
    value      double precision,
    reason     jsonb            NOT NULL,
    stored_at  timestamptz      NOT NULL,
    UNIQUE (source, quantity, at)
);
CREATE INDEX excluded_value_newest ON excluded_value (source, at DESC);

-- Weather of a site by the hour; null is not measured or excluded.
CREATE TABLE weather_hour (
    site_id                        text             NOT NULL REFERENCES site (id),
    at                             timestamptz      NOT NULL,
    temperature_celsius            double precision,
    humidity_percent               double precision,
    wind_metres_per_second         double precision,
    rain_millimetres               double precision,
    solar_megajoules               double precision,
    origin                         text             NOT NULL,
    PRIMARY KEY (site_id, at)
);

-- Weather of a site by its local day, from a file or from the hours.
CREATE TABLE weather_day (
    site_id                        text             NOT NULL REFERENCES site (id),
    day                            date             NOT NULL,
    minimum_celsius                double precision,
    maximum_celsius                double precision,
    minimum_humidity_percent       double precision,
    maximum_humidity_percent       double precision,
    dew_point_celsius              double precision,
    wind_metres_per_second         double precision,
    rain_millimetres               double precision,
    solar_megajoules               double precision,
    reference_millimetres          double precision,
    -- Which inputs of the reference evapotranspiration were not measured.
    missing                        text[]           NOT NULL,
    origin                         text             NOT NULL,
    PRIMARY KEY (site_id, day)
);

-- What was forecast for a day, by when it was said; it is settled against the gauge and never overwritten.
CREATE TABLE weather_forecast (
    site_id                text             NOT NULL REFERENCES site (id),
    made_on                date             NOT NULL,
    day                    date             NOT NULL,
    origin                 text             NOT NULL,
    minimum_celsius        double precision NOT NULL,
    maximum_celsius        double precision NOT NULL,
    rain_millimetres       double precision NOT NULL,
    rain_probability       double precision NOT NULL,
    reference_millimetres  double precision NOT NULL,
    PRIMARY KEY (site_id, made_on, day)
);

CREATE TABLE file_import (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text        NOT NULL,
    kind       text        NOT NULL,
    sha256     text        NOT NULL,
    site_id    text,
    zone_id    text,
    result     jsonb       NOT NULL,
    at         timestamptz NOT NULL,
    by_user    text        NOT NULL
);
CREATE UNIQUE INDEX file_import_once ON file_import (sha256, coalesce(site_id, ''), coalesce(zone_id, ''));
