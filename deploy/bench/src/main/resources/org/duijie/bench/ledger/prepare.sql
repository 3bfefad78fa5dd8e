-- What becomes of each of :projects projects, and how its ledger is written as the service would have written it: the
-- entries with their hashes, the balances and the totals. More is pledged than arrives, so that there is room for more.
create unlogged table bench_project as
with county as (select array_agg(code order by code) as codes from division
                where level = 'COUNTY' and code like '13%' and valid_until is null)
select i, ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid as id,
       case when i % 10 = 0 then '130722' else codes[1 + (hashint4(i) & 127)] end as division_code,
       (array['DIRECT_AID', 'DEVELOPMENT', 'PUBLIC_WELFARE'])[1 + (hashint4(i * 3) & 1023) % 3] as category,
       (array['NATIONAL', 'PROVINCIAL', 'PROVINCIAL', 'MUNICIPAL', 'COUNTY'])[1 + (hashint4(i * 5) & 1023) % 5] as level,
       (array['100000', '110000', '120000', '130000', '130000'])[1 + (hashint4(i * 5) & 1023) % 5] as origin,
       (array['RELIEF', 'CAPACITY_BUILDING'])[1 + (hashint4(i * 7) & 1023) % 2] as mode,
       (array['INDUSTRY', 'EDUCATION', 'HEALTH', 'EMPLOYMENT', 'RELOCATION', 'VOLUNTEERING', 'OTHER'])[1 + (hashint4(i * 11) & 1023) % 7] as field,
       (100 * (1 + (hashint4(i * 13) & 65535)))::bigint * 100 as fen,
       timestamptz '2023-01-01 00:00+08' + (i::bigint * 94608000000 / :projects) * interval '1 microsecond' * 1000 as at
from generate_series(1, :projects) i, county;

create index on bench_project (i);
analyze bench_project;

insert into need (id, version, status, division_code, division_name, title, summary, field, category, mode, items,
    value_fen, splittable, beneficiary_persons, beneficiary_households, period_start, period_end, deadline,
    admitted_levels, admitted_types, excluded_organizations, created_at, updated_at, published_at, review_reasons, authors,
    evidence)
values ('00000000-0000-7000-8000-ffffffffffff', 1, 'PUBLISHED', '130722', '张北县', '压测', '压测', 'EDUCATION', 'DEVELOPMENT',
    'RELIEF', '[]', 0, true, 0, 0, '2018-01-01', '2030-01-01', '2029-01-01', '[]', '[]', '[]', now(), now(), now(), '[]',
    '[]', '[]');

create function bench_transfer(id uuid, name text) returns uuid language sql immutable return md5(id::text || name)::uuid;

-- The n-th entry of each project of this step, chained to the one before.
create procedure bench_entries(number int, book text, kind text, debit text, credit text, part text) language plpgsql as $$
begin
    execute format($q$
        with line as (
            select chain.hash as head, row(p.id, %1$s, %2$L, %3$L, false, %4$L, %5$L, 0, '53110000500309522J',
                       bench_transfer(p.id, %7$L), 0, %6$s, 0, (at at time zone 'Asia/Shanghai')::date, null, null,
                       '[]'::jsonb, null, null, at, 'bench', null, null, null)::ledger_entry as entry
            from bench_chain chain join bench_project p using (i))
        , written as (
            insert into ledger_entry
            select (entry).project_id, (entry).number, (entry).book, (entry).kind, (entry).reversal, (entry).debit,
                   (entry).credit, (entry).item, (entry).source, (entry).transfer, (entry).revision, (entry).fen,
                   (entry).quantity, (entry).occurred_on, (entry).due_on, (entry).recipient, (entry).evidence,
                   (entry).reason, (entry).corrects, (entry).at, (entry).reported_by, (entry).on_behalf_of,
                   (entry).delegation, sha256(head || convert_to(ledger_line(entry), 'UTF8'))
            from line
            returning project_id, hash)
        update bench_chain chain set hash = written.hash from written where written.project_id = chain.id
        $q$, number, book, kind, debit, credit, part, kind || part);
end
$$;

-- One step: these projects and all of their ledgers.
create procedure bench_projects(first int, last int) language plpgsql as $$
begin
    insert into project (id, version, status, need_id, need_version, offer_id, organization_id, credit_code,
        organization_name, level, organization_type, registrar_division, origin, division_code, division_name, title, field,
        category, mode, items, value_fen, milestones, period_start, period_end, agreed_on, agreed_at, pledged_fen,
        received_fen, disbursed_fen, returned_fen, arrivals, unconfirmed, disputed, updated_at)
    select id, 10, 'RUNNING', '00000000-0000-7000-8000-ffffffffffff', 1, id, id, '53110000500309522J', '压测', level,
           'FOUNDATION', origin, origin, division_code, '压测', '压测', field, category, mode,
           jsonb_build_array(jsonb_build_object('item', 0, 'kind', 'FUNDS', 'resourceCode', 'FUNDS', 'description', '压测',
               'quantity', fen / 100, 'unit', '元', 'valueFen', fen)),
           fen, '[]', '2018-01-01', '2030-01-01', (at at time zone 'Asia/Shanghai')::date, at, fen + 1000000, fen, fen / 2, 0,
           2, 0, 0, at
    from bench_project where i between first and last order by i;

    create temporary table bench_chain on commit drop as
        select i, id, sha256(convert_to(id::text, 'UTF8')) as hash from bench_project where i between first and last;
    call bench_entries(1, 'DONOR', 'PLEDGE', 'RECEIVABLE', 'PLEDGED', 'fen + 1000000');
    call bench_entries(2, 'COUNTY', 'PLEDGE', 'RECEIVABLE', 'PLEDGED', 'fen + 1000000');
    call bench_entries(3, 'DONOR', 'RECEIPT', 'HELD', 'RECEIVABLE', 'fen * 3 / 5');
    call bench_entries(4, 'COUNTY', 'RECEIPT', 'HELD', 'RECEIVABLE', 'fen * 3 / 5');
    call bench_entries(5, 'DONOR', 'RECEIPT', 'HELD', 'RECEIVABLE', 'fen - fen * 3 / 5');
    call bench_entries(6, 'COUNTY', 'RECEIPT', 'HELD', 'RECEIVABLE', 'fen - fen * 3 / 5');
    call bench_entries(7, 'DONOR', 'DISBURSEMENT', 'DISBURSED', 'HELD', 'fen / 4');
    call bench_entries(8, 'COUNTY', 'DISBURSEMENT', 'DISBURSED', 'HELD', 'fen / 4');
    call bench_entries(9, 'DONOR', 'DISBURSEMENT', 'DISBURSED', 'HELD', 'fen / 2 - fen / 4');
    call bench_entries(10, 'COUNTY', 'DISBURSEMENT', 'DISBURSED', 'HELD', 'fen / 2 - fen / 4');

    insert into ledger_head (project_id, entries, hash) select id, 10, hash from bench_chain order by i;
    insert into ledger_balance (project_id, item, source, book, pledged_fen, received_fen, disbursed_fen)
    select id, 0, '53110000500309522J', book, fen + 1000000, fen, fen / 2
    from bench_project, (values ('DONOR'), ('COUNTY')) as b (book) where i between first and last order by i;
    -- Every tenth is that of the account that appends, and has something to show for it.
    insert into evidence_file (project_id, sha256, received_sha256, media_type, content, title, at, reported_by)
    select id, sha256('bench'), sha256('bench'), 'application/pdf', 'bench', '压测', at, 'bench'
    from bench_project where i between first and last and i % 10 = 0 order by i;
end
$$;
