-- The ledger of each project: double entry, only added to, chained by hashes. An entry moves an amount from the account
-- it credits to the account it debits, so it balances by its form. Each side keeps its own book. Money is fen, goods are
-- thousandths of their unit with their value in fen.
create table ledger_head (
    project_id uuid   primary key references project,
    entries    int    not null,
    hash       bytea  not null check (length(hash) = 32)
);

create table ledger_entry (
    project_id   uuid        not null references project,
    number       int         not null,
    book         text        not null check (book in ('DONOR', 'COUNTY')),
    kind         text        not null,
    reversal     boolean     not null,
    debit        text        not null,
    credit       text        not null,
    item         smallint    not null,
    source       varchar(18) not null,
    transfer     uuid        not null,
    revision     smallint    not null,
    fen          bigint      not null check (fen >= 0),
    quantity     bigint      not null check (quantity >= 0),
    occurred_on  date        not null,
    due_on       date,
    recipient    varchar(18),
    evidence     jsonb       not null,
    reason       text,
    corrects     int,
    at           timestamptz not null,
    reported_by  text        not null,
    on_behalf_of varchar(18),
    delegation   uuid,
    hash         bytea       not null,
    primary key (project_id, number),
    -- A movement has one report in each book; a correction is another revision of it.
    unique (project_id, transfer, book, revision, reversal),
    check (fen > 0 or quantity > 0),
    check (occurred_on <= (at at time zone 'Asia/Shanghai')::date),
    check (not reversal or corrects is not null),
    check (corrects is null or reason is not null),
    -- The accounts that each kind moves between; a reversal moves back.
    check ((kind, case when reversal then credit else debit end, case when reversal then debit else credit end) in (
        ('PLEDGE', 'RECEIVABLE', 'PLEDGED'),
        ('RECEIPT', 'HELD', 'RECEIVABLE'),
        ('EXCESS', 'HELD', 'EXCESS'),
        ('DISBURSEMENT', 'DISBURSED', 'HELD'),
        ('RETURN', 'RETURNED', 'HELD')))
);

-- What the entries add up to, kept by the database itself. Invariant: received <= pledged, what came in excess of it
-- apart; disbursed + returned <= received.
create table ledger_balance (
    project_id         uuid        not null references project,
    item               smallint    not null,
    source             varchar(18) not null,
    book               text        not null,
    pledged_fen        bigint      not null default 0 check (pledged_fen >= 0),
    received_fen       bigint      not null default 0 check (received_fen >= 0),
    excess_fen         bigint      not null default 0 check (excess_fen >= 0),
    disbursed_fen      bigint      not null default 0 check (disbursed_fen >= 0),
    returned_fen       bigint      not null default 0 check (returned_fen >= 0),
    pledged_quantity   bigint      not null default 0 check (pledged_quantity >= 0),
    received_quantity  bigint      not null default 0 check (received_quantity >= 0),
    excess_quantity    bigint      not null default 0 check (excess_quantity >= 0),
    disbursed_quantity bigint      not null default 0 check (disbursed_quantity >= 0),
    returned_quantity  bigint      not null default 0 check (returned_quantity >= 0),
    primary key (project_id, item, source, book),
    constraint received_within_pledged
        check (received_fen <= pledged_fen and received_quantity <= pledged_quantity),
    constraint spent_within_received
        check (disbursed_fen + returned_fen <= received_fen + excess_fen
            and disbursed_quantity + returned_quantity <= received_quantity + excess_quantity)
);

-- Both sides of every entry, as bookkeepers read them: debits and credits add up to the same.
create view ledger_posting with (security_invoker = true) as
    select project_id, number, book, item, source, debit as account, fen, quantity from ledger_entry
    union all
    select project_id, number, book, item, source, credit, -fen, -quantity from ledger_entry;

-- What an entry says, in one line: this is what its hash is taken of, after the hash of the entry before. Times are
-- microseconds since 1970, so that no setting changes the text.
create function ledger_line(entry ledger_entry) returns text
language sql stable parallel safe return concat_ws('|',
    entry.project_id, entry.number, entry.book, entry.kind, entry.reversal, entry.debit, entry.credit, entry.item,
    entry.source, entry.transfer, entry.revision, entry.fen, entry.quantity, to_char(entry.occurred_on, 'YYYY-MM-DD'),
    coalesce(to_char(entry.due_on, 'YYYY-MM-DD'), '-'), coalesce(entry.recipient, '-'), entry.evidence::text,
    coalesce(to_json(entry.reason)::text, '-'), coalesce(entry.corrects::text, '-'),
    (extract(epoch from entry.at) * 1000000)::bigint, entry.reported_by, coalesce(entry.on_behalf_of, '-'),
    coalesce(entry.delegation::text, '-'));

-- Numbers and chains entries as they come in, one project's after another; nobody else writes number or hash.
create function chain_entry() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    head ledger_head;
begin
    select * into strict head from ledger_head where project_id = new.project_id for update;
    new.number := head.entries + 1;
    new.hash := sha256(head.hash || convert_to(ledger_line(new), 'UTF8'));
    update ledger_head set entries = new.number, hash = new.hash where project_id = new.project_id;
    return new;
end
$$;

create trigger chain before insert on ledger_entry for each row execute function chain_entry();

-- Adds what came in together to the balances: a reversal and what replaces it count as one change.
create function balance_entries() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into ledger_balance (project_id, item, source, book)
    select distinct project_id, item, source, book from added
    on conflict do nothing;
    update ledger_balance b
    set pledged_fen = b.pledged_fen + s.pledged_fen, received_fen = b.received_fen + s.received_fen,
        excess_fen = b.excess_fen + s.excess_fen, disbursed_fen = b.disbursed_fen + s.disbursed_fen,
        returned_fen = b.returned_fen + s.returned_fen, pledged_quantity = b.pledged_quantity + s.pledged_quantity,
        received_quantity = b.received_quantity + s.received_quantity,
        excess_quantity = b.excess_quantity + s.excess_quantity,
        disbursed_quantity = b.disbursed_quantity + s.disbursed_quantity,
        returned_quantity = b.returned_quantity + s.returned_quantity
    from (select project_id, item, source, book,
                 coalesce(sum(sign * fen) filter (where kind = 'PLEDGE'), 0) as pledged_fen,
                 coalesce(sum(sign * fen) filter (where kind = 'RECEIPT'), 0) as received_fen,
                 coalesce(sum(sign * fen) filter (where kind = 'EXCESS'), 0) as excess_fen,
                 coalesce(sum(sign * fen) filter (where kind = 'DISBURSEMENT'), 0) as disbursed_fen,
                 coalesce(sum(sign * fen) filter (where kind = 'RETURN'), 0) as returned_fen,
                 coalesce(sum(sign * quantity) filter (where kind = 'PLEDGE'), 0) as pledged_quantity,
                 coalesce(sum(sign * quantity) filter (where kind = 'RECEIPT'), 0) as received_quantity,
                 coalesce(sum(sign * quantity) filter (where kind = 'EXCESS'), 0) as excess_quantity,
                 coalesce(sum(sign * quantity) filter (where kind = 'DISBURSEMENT'), 0) as disbursed_quantity,
                 coalesce(sum(sign * quantity) filter (where kind = 'RETURN'), 0) as returned_quantity
          from (select added.*, case when reversal then -1 else 1 end as sign from added) signed
          group by project_id, item, source, book) s
    where (b.project_id, b.item, b.source, b.book) = (s.project_id, s.item, s.source, s.book);
    return null;
end
$$;

create trigger balance after insert on ledger_entry referencing new table as added
    for each statement execute function balance_entries();

-- At the commit, once more from the entries themselves: what the balances say is what was written.
create function check_balances() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if exists (
        select from (
            select item, source, book,
                   sum(case when debit = 'RECEIVABLE' then fen when credit = 'RECEIVABLE' then -fen else 0 end) as owed,
                   sum(case when debit = 'HELD' then fen when credit = 'HELD' then -fen else 0 end) as held,
                   sum(case when debit = 'RECEIVABLE' then quantity when credit = 'RECEIVABLE' then -quantity else 0 end) as owed_quantity,
                   sum(case when debit = 'HELD' then quantity when credit = 'HELD' then -quantity else 0 end) as held_quantity
            from ledger_entry where project_id = new.project_id
            group by item, source, book) e
        left join ledger_balance b on (b.project_id, b.item, b.source, b.book) = (new.project_id, e.item, e.source, e.book)
        where b.project_id is null or e.owed < 0 or e.held < 0 or e.owed_quantity < 0 or e.held_quantity < 0
           or e.owed <> b.pledged_fen - b.received_fen
           or e.held <> b.received_fen + b.excess_fen - b.disbursed_fen - b.returned_fen
           or e.owed_quantity <> b.pledged_quantity - b.received_quantity
           or e.held_quantity <> b.received_quantity + b.excess_quantity - b.disbursed_quantity - b.returned_quantity)
    then
        raise exception using errcode = 'check_violation', message = 'the ledger does not balance',
            constraint = 'ledger_balances';
    end if;
    return null;
end
$$;

create constraint trigger balances after insert on ledger_entry deferrable initially deferred
    for each row execute function check_balances();

-- Not even by its owner is an entry changed or taken away without a trace in the definition of the table.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception using errcode = 'insufficient_privilege', message = tg_table_name || ' is only added to';
end
$$;

create trigger append_only before update or delete or truncate on ledger_entry
    for each statement execute function refuse_change();

revoke update, delete, truncate on ledger_entry from duijie_app;
revoke insert, update, delete, truncate on ledger_balance from duijie_app;
revoke update, delete, truncate on ledger_head from duijie_app;

create function duijie_sees_project(project uuid) returns boolean
language sql stable parallel safe return
    exists (select from project p where p.id = project);

alter table ledger_head enable row level security;
create policy visible_with_the_project on ledger_head for select using (duijie_sees_project(project_id));
create policy begun_with_the_project on ledger_head for insert with check ((select duijie_system()));

alter table ledger_balance enable row level security;
create policy visible_with_the_project on ledger_balance for select using (duijie_sees_project(project_id));

alter table ledger_entry enable row level security;
create policy visible_with_the_project on ledger_entry for select using (duijie_sees_project(project_id));
create policy each_side_in_its_own_book on ledger_entry for insert with check (exists (
    select from project p where p.id = project_id
        and case book when 'COUNTY' then duijie_acts_for_division(p.division_code)
                      else duijie_acts_for_organization(p.credit_code) end));
