-- Projects and their entries as the service would have written them, hashes and balances included; in bulk, with the
-- triggers off. :projects is how many; each has ten entries.
set session_replication_role = replica;
set synchronous_commit = off;

create temporary table county as
    select row_number() over (order by code) - 1 as n, code, name from division
    where level = 'COUNTY' and code like '13%' and valid_until is null;

insert into need (id, version, status, division_code, division_name, title, summary, field, category, mode, items,
    value_fen, splittable, beneficiary_persons, beneficiary_households, period_start, period_end, deadline,
    admitted_levels, admitted_types, excluded_organizations, created_at, updated_at, published_at, review_reasons, authors,
    evidence)
values ('00000000-0000-7000-8000-ffffffffffff', 1, 'PUBLISHED', '130722', '张北县', '压测', '压测', 'EDUCATION', 'DEVELOPMENT',
    'RELIEF', '[]', 0, true, 0, 0, '2018-01-01', '2030-01-01', '2029-01-01', '[]', '[]', '[]', now(), now(), now(), '[]',
    '[]', '[]');

create temporary table made as
select i, ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid as id,
       case when i % 10 = 0 then '130722' else (select code from county where n = hashint4(i) & 127) end as division_code,
       (array['DIRECT_AID', 'DEVELOPMENT', 'PUBLIC_WELFARE'])[1 + (hashint4(i * 3) & 1023) % 3] as category,
       (array['NATIONAL', 'PROVINCIAL', 'PROVINCIAL', 'MUNICIPAL', 'COUNTY'])[1 + (hashint4(i * 5) & 1023) % 5] as level,
       (array['100000', '110000', '120000', '130000', '130000'])[1 + (hashint4(i * 5) & 1023) % 5] as origin,
       (array['RELIEF', 'CAPACITY_BUILDING'])[1 + (hashint4(i * 7) & 1023) % 2] as mode,
       (array['INDUSTRY', 'EDUCATION', 'HEALTH', 'EMPLOYMENT', 'RELOCATION', 'VOLUNTEERING', 'OTHER'])[1 + (hashint4(i * 11) & 1023) % 7] as field,
       (100 * (1 + (hashint4(i * 13) & 65535)))::bigint * 100 as fen,
       timestamptz '2023-01-01 00:00+08' + (i::bigint * 94608000000 / :projects) * interval '1 microsecond' * 1000 as at
from generate_series(1, :projects) i;

insert into project (id, version, status, need_id, need_version, offer_id, organization_id, credit_code, organization_name,
    level, organization_type, registrar_division, origin, division_code, division_name, title, field, category, mode, items,
    value_fen, milestones, period_start, period_end, agreed_on, agreed_at, pledged_fen, received_fen, disbursed_fen,
    returned_fen, standing, updated_at)
select id, 10, 'RUNNING', '00000000-0000-7000-8000-ffffffffffff', 1, id, id, '53110000500309522J', '压测', level, 'FOUNDATION',
       origin, origin, division_code, '压测', '压测', field, category, mode,
       jsonb_build_array(jsonb_build_object('item', 0, 'kind', 'FUNDS', 'resourceCode', 'FUNDS', 'description', '压测',
           'quantity', fen / 100, 'unit', '元', 'valueFen', fen)),
       fen, '[]', '2018-01-01', '2030-01-01', (at at time zone 'Asia/Shanghai')::date, at, fen, fen, fen / 2, 0, 'VERIFIED', at
from made;

insert into ledger_head (project_id, entries, hash)
select id, 0, sha256(convert_to(id::text, 'UTF8')) from made;

-- The n-th entry of every project at once, chained to the one before.
create procedure write_entries(number int, book text, kind text, debit text, credit text, part text) language plpgsql as $$
begin
    execute format($q$
        with line as (
            select row(id, %1$s, %2$L, %3$L, false, %4$L, %5$L, 0, '53110000500309522J', uuid_send_name(id, %7$L), 0,
                       %6$s, 0, (at at time zone 'Asia/Shanghai')::date, null, null, '[]'::jsonb, null, null, at, 'bench',
                       null, null, null)::ledger_entry as entry
            from made)
        , hashed as (
            select (line.entry).*, sha256(head.hash || convert_to(ledger_line(line.entry), 'UTF8')) as new_hash
            from line join ledger_head head on head.project_id = (line.entry).project_id)
        insert into ledger_entry
        select project_id, number, book, kind, reversal, debit, credit, item, source, transfer, revision, fen, quantity,
               occurred_on, due_on, recipient, evidence, reason, corrects, at, reported_by, on_behalf_of, delegation, new_hash
        from hashed $q$, number, book, kind, debit, credit, part, kind || part);
    update ledger_head head set entries = e.number, hash = e.hash
    from ledger_entry e where e.project_id = head.project_id and e.number = write_entries.number;
end
$$;

create function uuid_send_name(id uuid, name text) returns uuid language sql immutable
    return md5(id::text || name)::uuid;

call write_entries(1, 'DONOR', 'PLEDGE', 'RECEIVABLE', 'PLEDGED', 'fen');
call write_entries(2, 'COUNTY', 'PLEDGE', 'RECEIVABLE', 'PLEDGED', 'fen');
call write_entries(3, 'DONOR', 'RECEIPT', 'HELD', 'RECEIVABLE', 'fen * 3 / 5');
call write_entries(4, 'COUNTY', 'RECEIPT', 'HELD', 'RECEIVABLE', 'fen * 3 / 5');
call write_entries(5, 'DONOR', 'RECEIPT', 'HELD', 'RECEIVABLE', 'fen - fen * 3 / 5');
call write_entries(6, 'COUNTY', 'RECEIPT', 'HELD', 'RECEIVABLE', 'fen - fen * 3 / 5');
call write_entries(7, 'DONOR', 'DISBURSEMENT', 'DISBURSED', 'HELD', 'fen / 4');
call write_entries(8, 'COUNTY', 'DISBURSEMENT', 'DISBURSED', 'HELD', 'fen / 4');
call write_entries(9, 'DONOR', 'DISBURSEMENT', 'DISBURSED', 'HELD', 'fen / 2 - fen / 4');
call write_entries(10, 'COUNTY', 'DISBURSEMENT', 'DISBURSED', 'HELD', 'fen / 2 - fen / 4');

drop procedure write_entries;
drop function uuid_send_name;

insert into ledger_balance (project_id, item, source, book, pledged_fen, received_fen, disbursed_fen)
select id, 0, '53110000500309522J', book, fen, fen, fen / 2 from made, (values ('DONOR'), ('COUNTY')) as b (book);

insert into statistic_fact (at, stage, category, level, origin, mode, field, division_code, year, count, fen)
select at, stage, category, level, origin, mode, field, division_code, extract(year from at at time zone 'Asia/Shanghai'),
       count, amount
from made, lateral (values ('AGREED', 1, fen), ('RECEIVED', 1, fen * 3 / 5), ('RECEIVED', 0, fen - fen * 3 / 5),
                           ('COMPLETED', (i % 2)::int, fen * (i % 2))) as fact (stage, count, amount)
where count <> 0 or amount <> 0
order by at, i;

set session_replication_role = origin;
analyze;
