-- What happened to each offer and each organization. Rows are only added, each by the transaction that made the change;
-- xid is its number, by which the change feeds tell what is committed. Each version has one change.
create table change (
    aggregate   text        not null check (aggregate in ('organization', 'offer')),
    subject     uuid        not null,
    version     bigint      not null,
    xid         xid8        not null default pg_current_xact_id(),
    ord         bigint      generated always as identity,
    kind        text        not null,
    at          timestamptz not null,
    primary key (aggregate, subject, version)
);

create index change_position on change (aggregate, xid, ord);

-- Who made it, and by which delegation for whom. That somebody changed something is public, who it was is not.
create table change_author (
    aggregate     text        not null,
    subject       uuid        not null,
    version       bigint      not null,
    actor         text        not null,
    credit_code   varchar(18) not null,
    delegation_id uuid,
    primary key (aggregate, subject, version),
    foreign key (aggregate, subject, version) references change
);

-- Of what is older than this record only the beginning and the last state are known, and of some who began it.
insert into change (aggregate, subject, version, kind, at)
select 'organization', id, 1, 'REGISTERED', created_at from organization order by id;
insert into change (aggregate, subject, version, kind, at)
select 'organization', id, version, case status when 'REGISTERED' then 'AMENDED' else status end, updated_at
from organization where version > 1 order by id;
insert into change (aggregate, subject, version, kind, at)
select 'offer', id, 1, 'OPENED', created_at from offer order by id;
insert into change (aggregate, subject, version, kind, at)
select 'offer', id, version, case status when 'OPEN' then 'AMENDED' else status end, updated_at
from offer where version > 1 order by id;

insert into change_author (aggregate, subject, version, actor, credit_code, delegation_id)
select 'offer', id, 1, opened_by, credit_code, delegation_id from offer where opened_by is not null;

alter table offer drop column opened_by, drop column delegation_id;

-- The office that keeps a registration, or one above it.
create function keeps_registration(registrar text) returns boolean language sql stable parallel safe
    return duijie_oversees(registrar)
        or registrar = any (string_to_array(current_setting('duijie.offices', true), ','));

-- Whoever acts for an organization, and those who keep its registration.
create function concerned_with_organization(code text) returns boolean language sql stable parallel safe
    return duijie_acts_for_organization(code)
        or exists (select from organization where credit_code = code and keeps_registration(registrar_division));

alter table change_author enable row level security;

create policy visible on change_author for select
    using ((select duijie_reads_everything()) or concerned_with_organization(credit_code));

-- Whoever may change a thing writes down that it did, and for nobody else.
create policy written_by_itself on change_author for insert
    with check (actor = (select duijie_caller()) and concerned_with_organization(credit_code));

-- A history is only added to.
revoke update, delete, truncate on change, change_author from duijie_app;
