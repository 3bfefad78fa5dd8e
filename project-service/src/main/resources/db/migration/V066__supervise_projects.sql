-- What is known of organizations: the newest state that organization-service told.
create table known_organization (
    credit_code varchar(18) primary key,
    version     bigint      not null,
    state       jsonb       not null
);

-- What was found about projects, and what was put right.
create table finding (
    id                     uuid        primary key,
    version                bigint      not null,
    project_id             uuid        not null references project,
    kind                   text        not null check (kind in ('SPOT_CHECK', 'ORGANIZATION_INELIGIBLE')),
    status                 text        not null check (status in ('OPEN', 'RECTIFIED', 'CLOSED')),
    text                   text        not null,
    due_on                 date        not null,
    raised_at              timestamptz not null,
    raised_by              text,
    rectification          text,
    rectification_evidence jsonb       not null,
    rectified_at           timestamptz,
    recheck                text,
    rechecked_at           timestamptz
);

create index finding_project_id on finding (project_id, id);

-- What a side says against a flag.
create table risk_dispute (
    project_id  uuid        not null references project,
    rule        text        not null,
    reason      text        not null,
    at          timestamptz not null,
    disputed_by text        not null
);

create index risk_dispute_project_id on risk_dispute (project_id, at);

-- Random draws, with everything that it takes to draw again.
create table spot_check (
    id              uuid        primary key,
    seed            text        not null,
    size            int         not null check (size > 0),
    division        varchar(6),
    population      int         not null,
    population_hash text        not null,
    drawn           uuid[]      not null,
    at              timestamptz not null,
    drawn_by        text        not null
);

revoke update, delete, truncate on risk_dispute, spot_check from duijie_app;
revoke delete, truncate on finding from duijie_app;

alter table known_organization enable row level security;
create policy own_work on known_organization using ((select duijie_system()));

-- A finding is read by those concerned, raised and checked by supervisors, answered by the two sides.
alter table finding enable row level security;
create policy visible_with_the_project on finding for select using (duijie_sees_project(project_id));
create policy raised_by_supervisors on finding for insert with check ((select duijie_reads_everything()));
create policy answered_by_the_sides on finding for update using ((select duijie_reads_everything()) or exists (
    select from project p where p.id = project_id
        and (duijie_acts_for_division(p.division_code) or duijie_acts_for_organization(p.credit_code))));

alter table risk_dispute enable row level security;
create policy visible_with_the_project on risk_dispute for select using (duijie_sees_project(project_id));
create policy said_by_a_side on risk_dispute for insert with check (exists (
    select from project p where p.id = project_id
        and (duijie_acts_for_division(p.division_code) or duijie_acts_for_organization(p.credit_code))));

alter table spot_check enable row level security;
create policy supervisors on spot_check using ((select duijie_reads_everything()));
