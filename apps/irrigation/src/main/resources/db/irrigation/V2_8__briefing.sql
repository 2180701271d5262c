-- The lines of the root zone that a node was told last, 0.01 % by volume in what its sensors read, and whether it has confirmed them.
CREATE TABLE node_lines (
    node              bigint PRIMARY KEY,
    refill_hundredths int[]       NOT NULL,
    full_hundredths   int[]       NOT NULL,
    for_day           date        NOT NULL,
    told_at           timestamptz NOT NULL,
    tries             int         NOT NULL,
    boot              bigint      NOT NULL,
    confirmed_at      timestamptz
);

-- The rain to come that a node was told last; no amounts: it was told that nothing is known.
CREATE TABLE node_rain (
    node              bigint PRIMARY KEY,
    first_day         date        NOT NULL,
    tenths_millimetre int[]       NOT NULL,
    told_at           timestamptz NOT NULL
);
