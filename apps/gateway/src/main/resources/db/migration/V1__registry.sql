-- Enrolled nodes; rows are never deleted, so that a number is never given twice.
create table node (
    number      bigint primary key check (number between 1 and 4294967295),
    generation  integer not null,
    name        text not null,
    domain      text not null,
    password    text not null,
    sealed_key  bytea not null,
    enrolled_at timestamptz not null,
    revoked_at  timestamptz
);

-- Numbers for nodes that wish none.
create sequence node_number start with 1001 maxvalue 4294967295;

-- Which sequences of a node's newest boots were seen; written back in batches, may lag behind.
create table sequence_window (
    node    bigint not null references node,
    boot    bigint not null,
    highest bigint not null,
    seen    bytea not null,
    primary key (node, boot)
);

create table node_activity (
    node         bigint primary key references node,
    last_seen_at timestamptz not null,
    forwarded    bigint not null,
    repeated     bigint not null,
    refused      bigint not null
);

-- The boot number that the gateway's own frames carry; one row.
create table gateway_start (
    only_row boolean primary key default true check (only_row),
    boot     bigint not null
);
