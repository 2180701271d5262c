-- Model bundles that operators have handed in; never changed, named by their SHA-256.
create table bundle (
    digest          bytea primary key check (octet_length(digest) = 32),
    model_id        bigint not null,
    model_version   bigint not null,
    recipe_id       integer not null,
    recipe_version  integer not null,
    target_class    bigint not null,
    ram_bytes       bigint not null,
    scratch_bytes   bigint not null,
    signed          boolean not null,
    key_id          bigint,
    rollback_count  bigint,
    content         bytea not null,
    uploaded_at     timestamptz not null
);

-- A node tells its updates apart by this number.
create sequence update_number maxvalue 4294967295;

-- One bundle on its way to one node.
create table model_update (
    number          bigint primary key,
    node            bigint not null references node,
    bundle          bytea not null references bundle,
    fragment_bytes  integer not null,
    healthy_windows integer not null,
    phase           text not null,
    reason          bigint not null,
    received        integer not null,
    created_at      timestamptz not null,
    changed_at      timestamptz not null
);

create index model_update_of_node on model_update (node, number desc);

-- A node takes one update at a time.
create unique index model_update_under_way on model_update (node)
    where phase in ('offered', 'transferring', 'staged', 'trial');
