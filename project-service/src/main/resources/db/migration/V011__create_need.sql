-- What counties ask for. Money is bigint fen; beneficiaries are counts, never persons.
create table need (
    id                       uuid        primary key,
    version                  bigint      not null,
    status                   text        not null,
    division_code            varchar(6)  not null references division,
    division_name            text        not null,
    title                    text        not null,
    summary                  text        not null,
    field                    text        not null,
    category                 text        not null,
    mode                     text        not null,
    items                    jsonb       not null,
    value_fen                bigint      not null check (value_fen >= 0),
    splittable               boolean     not null,
    beneficiary_persons      int         not null check (beneficiary_persons >= 0),
    beneficiary_households   int         not null check (beneficiary_households >= 0),
    period_start             date        not null,
    period_end               date        not null check (period_end >= period_start),
    deadline                 date        not null check (deadline <= period_end),
    admitted_levels          jsonb       not null,
    admitted_types           jsonb       not null,
    excluded_organizations   jsonb       not null,
    beneficiary_organization text,
    created_at               timestamptz not null,
    updated_at               timestamptz not null,
    published_at             timestamptz,
    submitted_by             text,
    reviewed_at              timestamptz,
    review_reasons           jsonb       not null,
    withdrawn_at             timestamptz,
    withdrawal_reason        text
);

-- Lists are read newest first, often of one division and all that lies under it.
create index need_division_code on need (division_code, id);
-- The clock looks only at needs that somebody is waited for.
create index need_deadline on need (deadline) where status in ('SUBMITTED', 'PUBLISHED');
