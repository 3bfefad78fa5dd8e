-- Who did what, when, on whose behalf, from which state to which; and what was refused. Rows are only ever added.
create table audit_record (
    number       bigint      generated always as identity primary key,
    at           timestamptz not null,
    actor        text        not null,
    action       text        not null,
    subject      uuid        not null,
    state_from   text,
    state_to     text,
    on_behalf_of varchar(18),
    delegation   uuid,
    refused      boolean     not null
);

create index audit_record_subject on audit_record (subject, number);

revoke update, delete, truncate on audit_record from duijie_app;

-- Read by the leading group and the supervisor; everybody's acts are written.
alter table audit_record enable row level security;
create policy readers on audit_record for select using ((select duijie_reads_everything()));
create policy everybodys_acts on audit_record for insert with check (true);
