CREATE TABLE features (
    node           bigint      NOT NULL,
    at             timestamptz NOT NULL,
    boot           bigint      NOT NULL,
    sequence       bigint      NOT NULL,
    recipe_id      bigint      NOT NULL,
    recipe_version bigint      NOT NULL,
    recipe_known   boolean     NOT NULL,
    measured       bigint[]    NOT NULL,
    quality_flags  bigint      NOT NULL,
    verdict        bigint,
    probability    smallint,
    model_version  bigint,
    late           boolean     NOT NULL,
    -- The node's clock was unset or ahead; "at" is the time of reception then.
    clock_suspect  boolean     NOT NULL,
    PRIMARY KEY (node, at, boot, sequence)
) PARTITION BY RANGE (at);

CREATE TABLE trend_minute (
    source   bigint           NOT NULL,
    quantity smallint         NOT NULL,
    bucket   timestamptz      NOT NULL,
    minimum  double precision NOT NULL,
    maximum  double precision NOT NULL,
    total    double precision NOT NULL,
    samples  bigint           NOT NULL,
    PRIMARY KEY (source, quantity, bucket)
) PARTITION BY RANGE (bucket);

CREATE TABLE trend_hour (
    source   bigint           NOT NULL,
    quantity smallint         NOT NULL,
    bucket   timestamptz      NOT NULL,
    minimum  double precision NOT NULL,
    maximum  double precision NOT NULL,
    total    double precision NOT NULL,
    samples  bigint           NOT NULL,
    PRIMARY KEY (source, quantity, bucket)
);

-- The last word of each node: when it was heard, its last features and its last status.
CREATE TABLE node_state (
    node                      bigint PRIMARY KEY,
    last_received_at          timestamptz NOT NULL,
    features_at               timestamptz,
    recipe_id                 bigint,
    recipe_version            bigint,
    measured                  bigint[],
    quality_flags             bigint,
    verdict                   bigint,
    probability               smallint,
    verdict_at                timestamptz,
    model_version             bigint,
    status_at                 timestamptz,
    uptime_seconds            bigint,
    battery_millivolts        bigint,
    temperature_centidegrees  bigint,
    held_frames               bigint,
    dropped_frames            bigint,
    status_flags              bigint
);
