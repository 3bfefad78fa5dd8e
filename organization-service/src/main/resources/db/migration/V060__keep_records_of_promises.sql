-- What became of the projects of organizations, each by the newest state that was told.
create table project_outcome (
    project_id  uuid        primary key,
    version     bigint      not null,
    credit_code varchar(18) not null,
    kept        boolean     not null,
    broken      boolean     not null,
    punctual    int         not null,
    late        int         not null,
    disputed    boolean     not null
);

create index project_outcome_credit_code on project_outcome (credit_code);

alter table project_outcome enable row level security;
create policy following on project_outcome using ((select duijie_system()));

-- What they add up to; absent where there is no project yet.
alter table organization add column promises jsonb;

-- An organization's event carries its related parties, also where the service itself brings it up to date.
create policy read_by_the_service on related_party for select using ((select duijie_system()));
