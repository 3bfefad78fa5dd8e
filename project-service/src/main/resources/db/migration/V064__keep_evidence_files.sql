-- Files that show that something happened. What is stored holds no metadata of the camera or the author.
create table evidence_file (
    project_id     uuid        not null references project,
    sha256         bytea       not null check (length(sha256) = 32),
    received_sha256 bytea      not null,
    media_type     text        not null check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
    content        bytea       not null,
    title          text        not null,
    at             timestamptz not null,
    reported_by    text        not null,
    primary key (project_id, sha256)
);

alter table evidence_file alter column content set storage external;
-- The same picture shown for two projects is a matter for the supervisor.
create index evidence_file_sha256 on evidence_file (sha256);
create index evidence_file_received_sha256 on evidence_file (received_sha256);

revoke update, delete, truncate on evidence_file from duijie_app;
alter table evidence_file enable row level security;
create policy visible_with_the_project on evidence_file for select using (duijie_sees_project(project_id));
create policy handed_in_by_a_side on evidence_file for insert with check (exists (
    select from project p where p.id = project_id
        and (duijie_acts_for_division(p.division_code) or duijie_acts_for_organization(p.credit_code))));
