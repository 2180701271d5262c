-- At most one second of signal each: first value and differences as zig-zag varints, with a pyramid of min/max/mean.
CREATE TABLE waveform_block (
    node              bigint           NOT NULL,
    channel           bigint           NOT NULL,
    starts_at         timestamptz      NOT NULL,
    boot              bigint           NOT NULL,
    sequence          bigint           NOT NULL,
    ends_at           timestamptz      NOT NULL,
    capture_id        bigint           NOT NULL,
    block_index       int              NOT NULL,
    blocks_in_capture int              NOT NULL,
    sample_rate_hz    double precision NOT NULL,
    unit              smallint         NOT NULL,
    units_per_count   double precision NOT NULL,
    sample_count      int              NOT NULL,
    minimum           int              NOT NULL,
    maximum           int              NOT NULL,
    mean              double precision NOT NULL,
    quality_flags     bigint           NOT NULL,
    samples           bytea            NOT NULL,
    pyramid           bytea            NOT NULL,
    PRIMARY KEY (node, channel, starts_at, boot, sequence)
) PARTITION BY RANGE (starts_at);
CREATE INDEX waveform_block_capture ON waveform_block (node, boot, capture_id, block_index);

-- One row per capture whose blocks have all arrived.
CREATE TABLE waveform_capture (
    node         bigint      NOT NULL,
    boot         bigint      NOT NULL,
    capture_id   bigint      NOT NULL,
    channel      bigint      NOT NULL,
    captured_at  timestamptz NOT NULL,
    completed_at timestamptz NOT NULL,
    PRIMARY KEY (node, boot, capture_id, channel)
);
CREATE INDEX waveform_capture_newest ON waveform_capture (node, captured_at DESC);
