-- An organization's wish to be told which needs match its offers.
create table subscription (
    id                uuid        primary key,
    version           int         not null,
    organization      text        not null,
    name              text        not null,
    fields            jsonb       not null,
    divisions         jsonb       not null,
    modes             jsonb       not null,
    categories        jsonb       not null,
    minimum_score_ppm int         not null check (minimum_score_ppm between 0 and 1000000),
    last_number       bigint      not null,
    created_at        timestamptz not null
);

create index subscription_organization on subscription (organization, id);

-- What matches a subscription now: the outcome of the events below, added up.
create table current_match (
    subscription_id uuid not null references subscription on delete cascade,
    need_id         uuid not null,
    offer_id        uuid not null,
    score_ppm       int  not null,
    primary key (subscription_id, need_id, offer_id)
);

create index current_match_need on current_match (need_id);
create index current_match_offer on current_match (offer_id);

-- The stream of a subscription: numbered from 1 without a gap, never changed. It tells the pair as it was then.
create table match_event (
    subscription_id uuid        not null references subscription on delete cascade,
    number          bigint      not null check (number > 0),
    type            text        not null,
    at              timestamptz not null,
    need_id         uuid        not null,
    need_title      text        not null,
    division_code   text        not null,
    division_name   text,
    offer_id        uuid        not null,
    offer_title     text        not null,
    score_ppm       int         not null,
    reason_code     text        not null,
    reason_zh       text        not null,
    reason_en       text        not null,
    cause_event_id  uuid,
    cause_type      text        not null,
    cause_time      timestamptz not null,
    primary key (subscription_id, number)
);

-- What the current matches were last evaluated with, besides the facts: one row.
create table evaluation_basis (
    id              int  primary key check (id = 1),
    business_day    date not null,
    policy_version  int  not null,
    pairing_edition int  not null
);
