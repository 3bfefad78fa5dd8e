-- What a stream was told on a day. Each begins where the one before ended, so that they cover every number once.
create table subscription_manifest (
    subscription_id uuid   not null references subscription on delete cascade,
    day             date   not null,
    event_count     bigint not null,
    first_number    bigint,
    last_number     bigint not null,
    hash            text   not null,
    primary key (subscription_id, day)
);

alter table subscription_manifest enable row level security;
create policy manifests_of_own_subscriptions on subscription_manifest for select
    using ((select duijie_reads_everything())
           or exists (select from subscription own where own.id = subscription_id));
create policy state on subscription_manifest
    using ((select duijie_system()));
