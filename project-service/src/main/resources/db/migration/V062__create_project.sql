-- What one organization carries out in one county by one agreement. The id is the agreement's: there cannot be two.
create table project (
    id                  uuid        primary key,
    version             bigint      not null,
    status              text        not null check (status in ('AGREED', 'RUNNING', 'COMPLETED', 'CLOSED', 'TERMINATED')),
    need_id             uuid        not null references need,
    need_version        bigint      not null,
    offer_id            uuid        not null,
    organization_id     uuid        not null,
    credit_code         varchar(18) not null,
    organization_name   text        not null,
    level               text        not null,
    organization_type   text        not null,
    registrar_division  varchar(6)  not null,
    origin              varchar(6)  not null,
    division_code       varchar(6)  not null references division,
    division_name       text        not null,
    title               text        not null,
    field               text        not null,
    category            text        not null,
    mode                text        not null,
    items               jsonb       not null,
    value_fen           bigint      not null check (value_fen >= 0),
    milestones          jsonb       not null,
    period_start        date        not null,
    period_end          date        not null check (period_end >= period_start),
    conditions          text,
    agreed_on           date        not null,
    agreed_at           timestamptz not null,
    started_at          timestamptz,
    completed_at        timestamptz,
    closed_at           timestamptz,
    terminated_at       timestamptz,
    termination_reason  text,
    leftover_purpose    text,
    final_disclosure    text,
    final_disclosure_on date,
    released            jsonb,
    pledged_fen         bigint      not null,
    received_fen        bigint      not null,
    disbursed_fen       bigint      not null,
    returned_fen        bigint      not null,
    standing            text        not null,
    updated_at          timestamptz not null
);

create index project_division_code on project (division_code, id);
create index project_credit_code on project (credit_code, id);
create index project_need_id on project (need_id);

-- Agreements that could not be kept: asked again, the answer is the same.
create table agreement_refusal (
    agreement_id uuid        primary key,
    need_id      uuid        not null,
    offer_id     uuid        not null,
    reason       text        not null,
    at           timestamptz not null
);

-- Proposals that are open or accepted, so that each is counted once.
create table counted_proposal (
    id            uuid       primary key,
    version       bigint     not null,
    counted       boolean    not null,
    category      text       not null,
    level         text       not null,
    origin        varchar(6) not null,
    mode          text       not null,
    field         text       not null,
    division_code varchar(6) not null,
    year          smallint   not null,
    fen           bigint     not null
);

-- A project shows to its two sides, to the offices above its county and to those who read everything.
create function duijie_concerned(division varchar, credit_code varchar) returns boolean
language sql stable parallel safe return
    duijie_acts_for_division(division)
        or duijie_acts_for_organization(credit_code)
        or duijie_oversees(division);

alter table project enable row level security;
create policy visible on project for select
    using ((select duijie_reads_everything()) or duijie_concerned(division_code, credit_code));
create policy changed_by_those_concerned on project using (duijie_concerned(division_code, credit_code));

alter table agreement_refusal enable row level security;
create policy own_work on agreement_refusal using ((select duijie_system()));

alter table counted_proposal enable row level security;
create policy own_work on counted_proposal using ((select duijie_system()));
