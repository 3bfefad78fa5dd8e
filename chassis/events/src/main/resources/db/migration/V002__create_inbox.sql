-- Ids of the events whose effect is already in this database.
create table inbox (
    event_id    uuid        primary key,
    received_at timestamptz not null default now()
);

create index inbox_received_at on inbox (received_at);
