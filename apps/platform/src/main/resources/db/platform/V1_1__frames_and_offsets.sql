-- Every frame that was taken, once: the key makes a repeat harmless. The frame's own time is in the key because a
-- partitioned table's key must hold the column it is partitioned by; a repeat has the same time, being the same bytes.
CREATE TABLE frame (
    node        bigint      NOT NULL,
    boot        bigint      NOT NULL,
    sequence    bigint      NOT NULL,
    node_time   timestamptz NOT NULL,
    kind        bigint      NOT NULL,
    received_at timestamptz NOT NULL,
    stored_at   timestamptz NOT NULL,
    late        boolean     NOT NULL,
    -- The node's own bytes with their MAC; null for waveform blocks, whose samples stand in waveform_block.
    bytes       bytea,
    PRIMARY KEY (node, boot, sequence, node_time)
) PARTITION BY RANGE (node_time);

-- Nodes whose clock was never set; periods from 2020 on are made as they are needed.
CREATE TABLE frame_clock_unset PARTITION OF frame FOR VALUES FROM (MINVALUE) TO ('2020-01-01T00:00:00Z');
-- Nodes whose clock is absurd; later times are written as the first of 2100.
CREATE TABLE frame_clock_absurd PARTITION OF frame FOR VALUES FROM ('2100-01-01T00:00:00Z') TO (MAXVALUE);

-- Where to go on reading. Topics are known by Kafka's topic id, because a topic that was deleted and made again under
-- the same name starts at offset 0 and is another topic.
CREATE TABLE consumer_offset (
    consumer_group text   NOT NULL,
    topic_id       text   NOT NULL,
    topic          text   NOT NULL,
    partition      int    NOT NULL,
    next_offset    bigint NOT NULL,
    PRIMARY KEY (consumer_group, topic_id, partition)
);

-- What could not be stored, with the reason as a sentence.
CREATE TABLE dead_letter (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    origin      text        NOT NULL,
    reason      text        NOT NULL,
    received_at timestamptz NOT NULL,
    stored_at   timestamptz NOT NULL,
    bytes       bytea       NOT NULL
);

-- Messages to be sent after the transaction that decided on them; removed when Kafka has acknowledged.
CREATE TABLE outbox (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic      text        NOT NULL,
    key        text        NOT NULL,
    value      bytea       NOT NULL,
    created_at timestamptz NOT NULL
);
