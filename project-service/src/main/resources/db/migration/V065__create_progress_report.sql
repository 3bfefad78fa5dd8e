-- What was reached, with numbers and evidence. Beneficiaries are counts, never persons.
create table progress_report (
    project_id   uuid        not null references project,
    number       int         not null,
    milestone    int         not null,
    reached      boolean     not null,
    summary      text        not null,
    quantities   jsonb       not null,
    persons      int         not null check (persons >= 0),
    households   int         not null check (households >= 0),
    occurred_on  date        not null,
    evidence     jsonb       not null check (jsonb_array_length(evidence) > 0),
    at           timestamptz not null,
    reported_by  text        not null,
    on_behalf_of varchar(18),
    delegation   uuid,
    primary key (project_id, number)
);

revoke update, delete, truncate on progress_report from duijie_app;
alter table progress_report enable row level security;
create policy visible_with_the_project on progress_report for select using (duijie_sees_project(project_id));
create policy told_by_a_side on progress_report for insert with check (exists (
    select from project p where p.id = project_id
        and (duijie_acts_for_division(p.division_code) or duijie_acts_for_organization(p.credit_code))));
