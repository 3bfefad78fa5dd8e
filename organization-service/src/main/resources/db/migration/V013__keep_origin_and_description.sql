-- What an organization says of itself to the public.
alter table organization add column description text;

-- Who opened an offer, by which delegation, and under which reference of the publisher's own.
alter table offer
    add column opened_by text,
    add column delegation_id uuid,
    add column publisher text,
    add column reference text,
    add check ((publisher is null) = (reference is null));

create unique index offer_reference on offer (publisher, reference) where reference is not null;
