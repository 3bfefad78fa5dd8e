-- Where an organization wants its streams sent, and how that fares. The owner's part has a version; the last three columns
-- are kept by the deliveries.
create table webhook_endpoint (
    id            uuid        primary key,
    version       int         not null,
    organization  text        not null,
    -- The client id of the platform that made it for the organization: it is sent to while the delegation lasts.
    platform      text,
    url           text        not null,
    description   text,
    types         jsonb       not null,
    subscriptions jsonb       not null,
    hold_minutes  int         not null check (hold_minutes between 0 and 4320),
    status        text        not null,
    status_reason text,
    rotated_at    timestamptz not null,
    created_at    timestamptz not null,
    failing_since timestamptz,
    failures      int         not null default 0,
    held_until    timestamptz
);

create index webhook_endpoint_organization on webhook_endpoint (organization, id);
create index webhook_endpoint_failing on webhook_endpoint (failing_since) where failing_since is not null;

-- What an endpoint's messages are signed with: two at the most while it is being changed. Sealed, see SecretVault.
create table webhook_secret (
    id          uuid        primary key,
    endpoint_id uuid        not null references webhook_endpoint on delete cascade,
    key_id      text        not null,
    sealed      bytea       not null,
    ends_at     timestamptz
);

create index webhook_secret_endpoint on webhook_secret (endpoint_id);

-- How far an endpoint has got in a stream. Everything up to the position is dealt with; next_attempt_at says when the next
-- event is due, and while it is being sent, when somebody else may take it up. Who has a claim that is no longer the
-- present one has lost it.
create table webhook_channel (
    endpoint_id     uuid        not null references webhook_endpoint on delete cascade,
    subscription_id uuid        not null references subscription on delete cascade,
    organization    text        not null,
    position        bigint      not null,
    last_number     bigint      not null,
    attempt         int         not null default 0,
    failing_since   timestamptz,
    slow            boolean     not null default false,
    next_attempt_at timestamptz not null default 'infinity',
    claim           bigint      not null default 0,
    primary key (endpoint_id, subscription_id)
);

create index webhook_channel_subscription on webhook_channel (subscription_id);
create index webhook_channel_due on webhook_channel (slow, next_attempt_at) where next_attempt_at < 'infinity';

-- What is sent outside the order of a stream: an event that held up those behind it for too long or was asked for again, a
-- day's manifest, a notice.
create table webhook_message (
    id              uuid        primary key,
    endpoint_id     uuid        not null references webhook_endpoint on delete cascade,
    subscription_id uuid        references subscription on delete cascade,
    kind            text        not null,
    number          bigint,
    day             date,
    notice_id       uuid,
    abandoned       boolean     not null default false,
    attempt         int         not null default 0,
    since           timestamptz not null,
    next_attempt_at timestamptz not null,
    claim           bigint      not null default 0
);

create unique index webhook_message_event on webhook_message (endpoint_id, subscription_id, number) where kind = 'EVENT';
create index webhook_message_subscription on webhook_message (subscription_id);
create index webhook_message_due on webhook_message (next_attempt_at) where next_attempt_at < 'infinity';

-- Each attempt, for its owner to read; kept for thirty days. Not bound to the endpoint: a delivery may outlast it.
create table webhook_attempt (
    id              uuid        primary key,
    endpoint_id     uuid        not null,
    subscription_id uuid,
    kind            text        not null,
    number          bigint,
    message         text        not null,
    at              timestamptz not null,
    attempt         int         not null,
    outcome         text        not null,
    status          int,
    duration_millis int         not null,
    excerpt         text
);

create index webhook_attempt_endpoint on webhook_attempt (endpoint_id, id);
create index webhook_attempt_at on webhook_attempt (at);

-- What an owner must know of: an endpoint that is no longer sent to, a message that was given up.
create table webhook_notice (
    id           uuid        primary key,
    organization text        not null,
    endpoint_id  uuid        not null,
    url          text        not null,
    code         text        not null,
    zh           text        not null,
    en           text        not null,
    at           timestamptz not null
);

create index webhook_notice_organization on webhook_notice (organization, id);

-- How far streams have been told, until those who deliver have taken notice. Written with the events themselves, so that
-- no event can be told without being sent.
create table stream_advance (
    id              bigint generated always as identity primary key,
    subscription_id uuid   not null,
    number          bigint not null
);

create function note_advance() returns trigger language plpgsql as $$
begin
    insert into stream_advance (subscription_id, number)
    select subscription_id, max(number) from told group by subscription_id order by subscription_id;
    return null;
end
$$;

create trigger advance after insert on match_event
    referencing new table as told for each statement execute function note_advance();

-- The second wall.
alter table webhook_endpoint enable row level security;
create policy own_endpoints on webhook_endpoint for select
    using ((select duijie_reads_everything()) or duijie_acts_for_organization(organization));
create policy change_own_endpoints on webhook_endpoint
    using ((select duijie_writes_everything()) or duijie_acts_for_organization(organization));

alter table webhook_secret enable row level security;
create policy own_secrets on webhook_secret
    using ((select duijie_writes_everything())
           or exists (select from webhook_endpoint own where own.id = endpoint_id));

alter table webhook_channel enable row level security;
create policy own_channels on webhook_channel for select
    using ((select duijie_reads_everything()) or duijie_acts_for_organization(organization));
create policy change_own_channels on webhook_channel
    using ((select duijie_writes_everything()) or duijie_acts_for_organization(organization));

alter table webhook_message enable row level security;
create policy own_messages on webhook_message
    using ((select duijie_writes_everything())
           or exists (select from webhook_endpoint own where own.id = endpoint_id));

alter table webhook_attempt enable row level security;
create policy own_attempts on webhook_attempt
    using ((select duijie_writes_everything())
           or exists (select from webhook_endpoint own where own.id = endpoint_id));

alter table webhook_notice enable row level security;
create policy own_notices on webhook_notice for select
    using ((select duijie_reads_everything()) or duijie_acts_for_organization(organization));
create policy notify on webhook_notice
    using ((select duijie_system()));

alter table stream_advance enable row level security;
create policy deliver on stream_advance
    using ((select duijie_writes_everything()));
