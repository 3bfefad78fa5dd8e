-- What statistics add up: one row for each thing that changed a count or an amount, written in the transaction of that
-- change and never changed. xid is the number of that transaction, by which a reader tells what is committed.
create table statistic_fact (
    xid           xid8        not null default pg_current_xact_id(),
    ord           bigint      generated always as identity,
    at            timestamptz not null,
    stage         text        not null check (stage in ('NEEDED', 'INTENDED', 'AGREED', 'RECEIVED', 'COMPLETED')),
    category      text        not null,
    level         text        not null,
    origin        varchar(6)  not null,
    mode          text        not null,
    field         text        not null,
    division_code varchar(6)  not null,
    year          smallint    not null,
    count         smallint    not null,
    fen           bigint      not null,
    primary key (xid, ord)
);

revoke update, delete, truncate on statistic_fact from duijie_app;

-- Only sums of them are shown, and those to everybody.
alter table statistic_fact enable row level security;
create policy read_to_be_added_up on statistic_fact for select using ((select duijie_system()));
create policy written_with_what_they_count on statistic_fact for insert with check (true);

-- Needs that were published before anybody counted.
insert into statistic_fact (at, stage, category, level, origin, mode, field, division_code, year, count, fen)
select published_at, 'NEEDED', category, '', '', mode, field, division_code,
       extract(year from published_at at time zone 'Asia/Shanghai'), 1, value_fen
from need
where status in ('PUBLISHED', 'FULFILLED')
order by published_at, id;
