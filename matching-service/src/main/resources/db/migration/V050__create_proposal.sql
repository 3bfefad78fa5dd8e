-- Wishes to act on a match, and what the two sides make of them.
create table proposal (
    id                  uuid        primary key,
    version             bigint      not null,
    need_id             uuid        not null,
    need_version        bigint      not null,
    need_title          text        not null,
    division_code       varchar(6)  not null,
    offer_id            uuid        not null,
    offer_version       bigint      not null,
    offer_title         text        not null,
    organization_id     uuid        not null,
    credit_code         varchar(18) not null,
    organization_name   text        not null,
    organization_level  text        not null,
    organization_type   text        not null,
    registrar_division  varchar(6)  not null,
    initiator           text        not null,
    by_invitation       boolean     not null,
    status              text        not null
        check (status in ('PROPOSED', 'ACCEPTED', 'AGREED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'REFUSED')),
    stage               text        not null,
    stage_since         timestamptz not null,
    terms               jsonb       not null,
    value_fen           bigint      not null check (value_fen > 0),
    proposed_by         text        not null,
    answer_by           date        not null,
    reminders           int         not null,
    reminded_at         timestamptz,
    escalated_at        timestamptz,
    escalated_to        varchar(6),
    asked_at            timestamptz,
    closing             jsonb,
    project_id          uuid,
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    accepted_at         timestamptz,
    agreed_at           timestamptz,
    check ((status = 'AGREED') = (project_id is not null)),
    check ((status = 'ACCEPTED') = (asked_at is not null)),
    check ((status in ('DECLINED', 'WITHDRAWN', 'EXPIRED', 'REFUSED')) = (closing is not null))
);

-- Of two at once for the same pair nobody would know which one is meant.
create unique index proposal_open on proposal (need_id, offer_id) where status in ('PROPOSED', 'ACCEPTED');
-- One agreement, one project.
create unique index proposal_project on proposal (project_id) where project_id is not null;
create index proposal_need on proposal (need_id, id);
create index proposal_offer on proposal (offer_id, id);
create index proposal_credit_code on proposal (credit_code, id);
create index proposal_division on proposal (division_code, id);
-- The clock and the operators' figures look at those that wait.
create index proposal_waiting on proposal (stage, stage_since) where stage <> 'CONCLUDED';

-- What happened to each: every version has one change, with the terms where they are new. Rows are only added.
create table proposal_change (
    proposal_id  uuid        not null references proposal,
    version      bigint      not null,
    kind         text        not null,
    at           timestamptz not null,
    side         text,
    actor        text,
    on_behalf_of text,
    delegation   uuid,
    reason       text,
    terms        jsonb,
    primary key (proposal_id, version)
);

-- Each time that an answer was waited for: whose, since when, and what came of it.
create table response (
    proposal_id  uuid        not null references proposal,
    version      bigint      not null,
    side         text        not null check (side in ('COUNTY', 'ORGANIZATION')),
    code         varchar(18) not null,
    asked_at     timestamptz not null,
    ended_at     timestamptz,
    outcome      text,
    answered     boolean     not null default false,
    reminders    int         not null default 0,
    reminded_at  timestamptz,
    escalated_at timestamptz,
    primary key (proposal_id, version)
);

create index response_code on response (side, code, asked_at);
create index response_open on response (proposal_id) where ended_at is null;

-- The second wall: a proposal is for its two sides, the offices above the county, an office that was told of a silence,
-- and those who read everything.
alter table proposal enable row level security;
create policy reading on proposal for select using (
    (select duijie_reads_everything())
    or duijie_acts_for_division(division_code)
    or duijie_acts_for_organization(credit_code)
    or duijie_oversees(division_code)
    or escalated_to = any (string_to_array(current_setting('duijie.offices', true), ',')));
create policy proposing on proposal for insert with check (
    duijie_acts_for_division(division_code) or duijie_acts_for_organization(credit_code));
create policy answering on proposal for update using (
    duijie_acts_for_division(division_code) or duijie_acts_for_organization(credit_code));

alter table proposal_change enable row level security;
create policy of_visible_proposals on proposal_change
    using (exists (select from proposal p where p.id = proposal_id));

-- How long a county's bureau takes is no secret among the offices.
alter table response enable row level security;
create policy of_visible_proposals on response
    using (exists (select from proposal p where p.id = proposal_id));
create policy among_offices on response for select using (
    (select duijie_reads_everything())
    or (side = 'COUNTY'
        and (current_setting('duijie.divisions', true) <> '' or current_setting('duijie.offices', true) <> '')));

-- A history is only added to.
revoke update, delete, truncate on proposal_change from duijie_app;
