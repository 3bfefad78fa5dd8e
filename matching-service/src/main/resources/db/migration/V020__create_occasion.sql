-- What happened that may change matches, in the order in which it was committed: the numbers are given under one lock
-- that is held until the commit. Every instance follows it to keep its memory, and works its shards through it.
create table occasion (
    number            bigint      generated always as identity primary key,
    code              text        not null,
    subject           text        not null,
    reason_zh         text        not null,
    reason_en         text        not null,
    changes           jsonb       not null,
    cause_event_id    uuid,
    cause_type        text        not null,
    cause_time        timestamptz not null,
    cause_traceparent text,
    logged_at         timestamptz not null default now()
);

-- The organizations, dealt out by credit code: how far the subscriptions of each part have been told. Whatever is up to
-- this number has been evaluated; of the occasion after it, the pieces up to `piece`.
create table shard (
    id           int    primary key,
    evaluated_to bigint not null,
    piece        text
);

insert into shard (id, evaluated_to) select id, 0 from generate_series(0, 15) id;

alter table occasion enable row level security;
create policy evaluate on occasion
    using ((select duijie_system()));

alter table shard enable row level security;
create policy evaluate on shard
    using ((select duijie_system()));

-- Member by member, what changed from what to what.
alter table match_event add column changes jsonb not null default '[]';
