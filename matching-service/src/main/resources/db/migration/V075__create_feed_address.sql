-- An address at which a stream can be read without a token: who knows it may read. Only the hash of what makes it
-- unguessable is kept.
create table feed_address (
    subscription_id uuid        primary key references subscription on delete cascade,
    -- The client id of the platform that made it for the organization: it can be read while the delegation lasts.
    platform        text,
    code_hash       bytea       not null unique,
    created_at      timestamptz not null,
    read_at         timestamptz
);

-- The second wall.
alter table feed_address enable row level security;
create policy addresses_of_own_subscriptions on feed_address
    using ((select duijie_writes_everything())
           or exists (select from subscription own where own.id = subscription_id));
