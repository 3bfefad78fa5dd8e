-- Events that this service could not read. Kept until an operator has them replayed.
create table dead_letter (
    id            uuid        primary key,
    topic         text        not null,
    partition     int         not null,
    record_offset bigint      not null,
    key           text,
    headers       jsonb       not null,
    data          bytea,
    cause         text        not null,
    received_at   timestamptz not null,
    replayed_at   timestamptz,
    unique (topic, partition, record_offset)
);
