-- What each node has counted of its own work, one row for each of its boots: a total is a sum over them.
CREATE TABLE node_ledger (
    node    bigint      NOT NULL,
    boot    bigint      NOT NULL,
    told_at timestamptz NOT NULL,
    counts  bigint[]    NOT NULL,
    PRIMARY KEY (node, boot)
);
