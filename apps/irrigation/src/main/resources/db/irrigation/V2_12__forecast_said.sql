-- How a node foresaw its depths' water when a day had ended, as it told it first: changes from that day's mean in 0.01 % of volume.
CREATE TABLE soil_forecast (
    probe_id          text   NOT NULL REFERENCES probe (id) ON DELETE CASCADE,
    day               date   NOT NULL,
    channel           smallint NOT NULL,
    in_one_day        bigint NOT NULL,
    in_three_days     bigint NOT NULL,
    in_seven_days     bigint NOT NULL,
    PRIMARY KEY (probe_id, day, channel)
);

-- How the account of a zone foresaw its depletion, as it was said first on a day; what is said later does not replace it.
CREATE TABLE depletion_forecast (
    zone_id               text             NOT NULL REFERENCES zone (id) ON DELETE CASCADE,
    made_on               date             NOT NULL,
    horizon_days          smallint         NOT NULL,
    standing_millimetres  double precision NOT NULL,
    depletion_millimetres double precision NOT NULL,
    PRIMARY KEY (zone_id, made_on, horizon_days)
);
