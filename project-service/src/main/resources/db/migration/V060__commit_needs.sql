-- How much of each item agreements have committed, in thousandths of its unit and in the order of the items.
alter table need add column committed jsonb not null default '[]';

create function within_quantities(items jsonb, committed jsonb) returns boolean
language sql immutable parallel safe return not exists (
    select from jsonb_array_elements_text(committed) with ordinality as item (thousandths, place)
    where item.thousandths::numeric < 0
       or item.thousandths::numeric > coalesce((items -> (item.place::int - 1) ->> 'quantity')::numeric, 0) * 1000);

alter table need add constraint committed_within_quantities check (within_quantities(items, committed));
