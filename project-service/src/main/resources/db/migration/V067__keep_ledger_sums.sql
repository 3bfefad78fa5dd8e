-- What a ledger adds up to is kept with every entry, so that another costs the same however many there are.
alter table project
    add column arrivals    int not null default 0 check (arrivals >= 0),
    add column unconfirmed int not null default 0 check (unconfirmed >= 0),
    add column disputed    int not null default 0 check (disputed >= 0);

update project p
set arrivals = s.arrivals, unconfirmed = s.unconfirmed, disputed = s.disputed
from (select project_id,
             count(*) filter (where county is not null and arrives) as arrivals,
             count(*) filter (where (county is null) <> (donor is null)) as unconfirmed,
             count(*) filter (where county <> donor) as disputed
      from (select project_id, transfer,
                   max(said) filter (where book = 'COUNTY') as county,
                   max(said) filter (where book = 'DONOR') as donor,
                   bool_or(said is not null and kind in ('RECEIPT', 'EXCESS')) as arrives
            from (select distinct on (project_id, transfer, book) project_id, transfer, book, kind,
                         case when not reversal then array[fen, quantity] end as said
                  from ledger_entry
                  order by project_id, transfer, book, number desc) newest
            group by project_id, transfer) movement
      group by project_id) s
where p.id = s.project_id;

-- It follows from the counts.
alter table project drop column standing;

-- Adding all entries up at every commit would cost more with every entry. The balances can be changed by nobody but the
-- trigger that adds what comes in; whoever reads a ledger has them worked out from the entries themselves.
drop trigger balances on ledger_entry;
drop function check_balances();

create function ledger_balances(project uuid) returns boolean
language sql stable parallel safe return not exists (
    select from (
        select item, source, book,
               coalesce(sum(signed_fen) filter (where kind = 'PLEDGE'), 0) as pledged_fen,
               coalesce(sum(signed_fen) filter (where kind = 'RECEIPT'), 0) as received_fen,
               coalesce(sum(signed_fen) filter (where kind = 'EXCESS'), 0) as excess_fen,
               coalesce(sum(signed_fen) filter (where kind = 'DISBURSEMENT'), 0) as disbursed_fen,
               coalesce(sum(signed_fen) filter (where kind = 'RETURN'), 0) as returned_fen,
               coalesce(sum(signed_quantity) filter (where kind = 'PLEDGE'), 0) as pledged_quantity,
               coalesce(sum(signed_quantity) filter (where kind = 'RECEIPT'), 0) as received_quantity,
               coalesce(sum(signed_quantity) filter (where kind = 'EXCESS'), 0) as excess_quantity,
               coalesce(sum(signed_quantity) filter (where kind = 'DISBURSEMENT'), 0) as disbursed_quantity,
               coalesce(sum(signed_quantity) filter (where kind = 'RETURN'), 0) as returned_quantity
        from (select item, source, book, kind,
                     case when reversal then -fen else fen end as signed_fen,
                     case when reversal then -quantity else quantity end as signed_quantity
              from ledger_entry where project_id = project) entry
        group by item, source, book) e
    full join (select * from ledger_balance where project_id = project) b using (item, source, book)
    where (e.pledged_fen, e.received_fen, e.excess_fen, e.disbursed_fen, e.returned_fen, e.pledged_quantity,
           e.received_quantity, e.excess_quantity, e.disbursed_quantity, e.returned_quantity)
        is distinct from
          (b.pledged_fen, b.received_fen, b.excess_fen, b.disbursed_fen, b.returned_fen, b.pledged_quantity,
           b.received_quantity, b.excess_quantity, b.disbursed_quantity, b.returned_quantity));

-- One statement instead of two: what is there grows, what is not begins.
create or replace function balance_entries() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    merge into ledger_balance b
    using (select project_id, item, source, book,
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
    on b.project_id = s.project_id and b.item = s.item and b.source = s.source and b.book = s.book
    when matched then update set
        pledged_fen = b.pledged_fen + s.pledged_fen, received_fen = b.received_fen + s.received_fen,
        excess_fen = b.excess_fen + s.excess_fen, disbursed_fen = b.disbursed_fen + s.disbursed_fen,
        returned_fen = b.returned_fen + s.returned_fen, pledged_quantity = b.pledged_quantity + s.pledged_quantity,
        received_quantity = b.received_quantity + s.received_quantity,
        excess_quantity = b.excess_quantity + s.excess_quantity,
        disbursed_quantity = b.disbursed_quantity + s.disbursed_quantity,
        returned_quantity = b.returned_quantity + s.returned_quantity
    when not matched then insert (project_id, item, source, book, pledged_fen, received_fen, excess_fen, disbursed_fen,
                                  returned_fen, pledged_quantity, received_quantity, excess_quantity,
                                  disbursed_quantity, returned_quantity)
        values (s.project_id, s.item, s.source, s.book, s.pledged_fen, s.received_fen, s.excess_fen, s.disbursed_fen,
                s.returned_fen, s.pledged_quantity, s.received_quantity, s.excess_quantity, s.disbursed_quantity,
                s.returned_quantity);
    return null;
end
$$;
