-- A publisher's own name for a need, an amendment that waits for review, and reviews that trust stands for.
alter table need
    add column publisher         text,
    add column reference         text,
    add column pending_amendment jsonb,
    add column standing_review   boolean not null default false,
    add check ((publisher is null) = (reference is null));

create unique index need_own_reference on need (publisher, reference) where reference is not null;

-- What happened to each need. Rows are only added, each by the transaction that made the change; xid is its number, by
-- which the change feed tells what is committed. Each version has one change.
create table need_change (
    need_id       uuid        not null references need,
    version       bigint      not null,
    xid           xid8        not null default pg_current_xact_id(),
    ord           bigint      generated always as identity,
    kind          text        not null,
    at            timestamptz not null,
    reason        text,
    actor         text,
    on_behalf_of  varchar(6),
    delegation    uuid,
    division_code varchar(6)  not null,
    told_public   boolean     not null,
    fields        jsonb       not null,
    primary key (need_id, version)
);

create index need_change_position on need_change (xid, ord);

-- Of needs from before there was a history only the last state is known.
insert into need_change (need_id, version, kind, at, division_code, told_public, fields)
select id,
       version,
       case status when 'DRAFT' then 'DRAFTED' else status end,
       updated_at,
       division_code,
       published_at is not null,
       '[]'
from need
order by id;
