-- What organizations can give.
create table offer (
    id                      uuid primary key,
    version                 bigint         not null,
    organization_id         uuid           not null references organization,
    credit_code             varchar(18)    not null,
    status                  text           not null,
    withdrawal_reason       text,
    title                   text           not null,
    summary                 text           not null,
    smallest_commitment_fen bigint         not null check (smallest_commitment_fen >= 0),
    largest_commitment_fen  bigint         not null check (largest_commitment_fen >= smallest_commitment_fen),
    fields                  jsonb          not null,
    divisions               jsonb          not null,
    excluded_divisions      jsonb          not null,
    modes                   jsonb          not null,
    participation_roles     jsonb          not null,
    valid_from              date           not null,
    valid_until             date           not null check (valid_until >= valid_from),
    value_fen               bigint         not null check (value_fen > 0),
    created_at              timestamptz    not null,
    updated_at              timestamptz    not null
);

create index offer_organization on offer (organization_id, id);
create index offer_credit_code on offer (credit_code, id);
create index offer_status on offer (status, id);
-- The clock asks every minute which open offers are past their last day.
create index offer_overdue on offer (valid_until) where status = 'OPEN';

-- Capacity is kept for each line: what is held and what is promised never exceeds what there is.
create table offer_item (
    offer_id      uuid           not null references offer,
    position      int            not null,
    kind          text           not null,
    resource_code text           not null,
    description   text           not null,
    quantity      numeric(16, 3) not null check (quantity > 0),
    unit          text           not null,
    value_fen     bigint         not null check (value_fen > 0),
    reserved      numeric(16, 3) not null check (reserved >= 0),
    committed     numeric(16, 3) not null check (committed >= 0),
    primary key (offer_id, position),
    check (reserved + committed <= quantity)
);
