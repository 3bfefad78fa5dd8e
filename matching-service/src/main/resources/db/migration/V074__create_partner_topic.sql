-- To which topic of the broker an organization's streams are written, for a partner inside the trust boundary. Granted by
-- operators; the columns from rests_until on are kept by those who write.
create table partner_topic (
    id            uuid        primary key,
    version       int         not null,
    organization  text        not null,
    topic         text        not null unique,
    subscriptions jsonb       not null,
    granted_by    text        not null,
    created_at    timestamptz not null,
    -- Whoever claimed it has it until then, or the broker did not take it and it rests until then.
    rests_until   timestamptz not null default '-infinity',
    -- When it last had its turn: who waited longest is next.
    turn_at       timestamptz not null default '-infinity',
    claim         bigint      not null default 0,
    attempt       int         not null default 0,
    failing_since timestamptz,
    last_fault    text
);

create index partner_topic_organization on partner_topic (organization, id);

-- How far a topic has got in a stream: everything up to the position was acknowledged by the broker, and the manifests up
-- to the day.
create table partner_place (
    topic_id        uuid   not null references partner_topic on delete cascade,
    subscription_id uuid   not null references subscription on delete cascade,
    position        bigint not null,
    day             date,
    primary key (topic_id, subscription_id)
);

create index partner_place_subscription on partner_place (subscription_id);

-- The second wall.
alter table partner_topic enable row level security;
create policy own_topics on partner_topic for select
    using ((select duijie_reads_everything()) or duijie_acts_for_organization(organization));
create policy change_own_topics on partner_topic
    using ((select duijie_writes_everything()) or duijie_acts_for_organization(organization));

alter table partner_place enable row level security;
create policy own_places on partner_place
    using ((select duijie_writes_everything())
           or exists (select from partner_topic own where own.id = topic_id));
