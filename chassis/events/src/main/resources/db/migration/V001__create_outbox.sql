-- Events that were decided but not yet acknowledged by the broker. The relay deletes them after the acknowledgement.
create table outbox (
    ord        bigint generated always as identity primary key,
    topic      text        not null,
    key        text        not null,
    headers    jsonb       not null,
    data       bytea       not null,
    created_at timestamptz not null
);
