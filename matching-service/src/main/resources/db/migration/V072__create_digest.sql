-- To whom an organization's streams are mailed, and how often. The owner's part has a version; the columns from next_at on
-- are kept by those who mail.
create table digest (
    id            uuid        primary key,
    version       int         not null,
    organization  text        not null,
    -- The client id of the platform that made it for the organization: it is mailed while the delegation lasts.
    platform      text,
    address       text        not null,
    language      text        not null,
    rhythm        text        not null,
    subscriptions jsonb       not null,
    status        text        not null,
    -- SHA-256 of the code that was mailed to the address, until somebody who can read that says it.
    code_hash     bytea,
    created_at    timestamptz not null,
    next_at       timestamptz not null,
    -- Whoever claimed it has it until then, or it failed and rests until then.
    rests_until   timestamptz not null default '-infinity',
    claim         bigint      not null default 0,
    attempt       int         not null default 0,
    failing_since timestamptz,
    last_fault    text,
    mailed_at     timestamptz
);

create index digest_organization on digest (organization, id);
create index digest_due on digest (status, rests_until, next_at);

-- How far a digest has got in a stream: everything up to the position was mailed.
create table digest_place (
    digest_id       uuid   not null references digest on delete cascade,
    subscription_id uuid   not null references subscription on delete cascade,
    position        bigint not null,
    primary key (digest_id, subscription_id)
);

create index digest_place_subscription on digest_place (subscription_id);

-- What is still to be mailed of the notices about webhook endpoints: at once, whatever the rhythm.
create table digest_notice (
    digest_id uuid not null references digest on delete cascade,
    notice_id uuid not null references webhook_notice on delete cascade,
    primary key (digest_id, notice_id)
);

-- The second wall.
alter table digest enable row level security;
create policy own_digests on digest for select
    using ((select duijie_reads_everything()) or duijie_acts_for_organization(organization));
create policy change_own_digests on digest
    using ((select duijie_writes_everything()) or duijie_acts_for_organization(organization));

alter table digest_place enable row level security;
create policy own_places on digest_place
    using ((select duijie_writes_everything())
           or exists (select from digest own where own.id = digest_id));

alter table digest_notice enable row level security;
create policy notify on digest_notice
    using ((select duijie_writes_everything())
           or exists (select from digest own where own.id = digest_id));
