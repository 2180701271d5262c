-- Where a soil node's probes lie, by its newest full reading that said something else: readings in 11 bytes do not tell it.
create table probe_depths (
    node        bigint primary key references node,
    boot        bigint not null,
    sequence    bigint not null,
    millimetres bigint[] not null
);
