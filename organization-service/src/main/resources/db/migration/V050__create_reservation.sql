-- What an offer holds or promises for one proposal; the id is the proposal's, so there cannot be two.
create table reservation (
    id               uuid        primary key,
    version          bigint      not null,
    proposal_version bigint      not null,
    offer_id         uuid        not null,
    need_id          uuid        not null,
    credit_code      varchar(18) not null,
    division_code    varchar(6)  not null,
    status           text        not null check (status in ('MADE', 'COMMITTED', 'RELEASED', 'REFUSED')),
    items            jsonb       not null,
    refusal          jsonb,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    check ((status = 'REFUSED') = (refusal is not null))
);

create index reservation_offer on reservation (offer_id, id);
create index reservation_credit_code on reservation (credit_code, id);

-- The second wall: what an offer holds is its organization's own. Only proposals change it, which is the service's work.
alter table reservation enable row level security;
create policy reading on reservation for select
    using ((select duijie_reads_everything()) or duijie_acts_for_organization(credit_code));
create policy following on reservation
    using ((select duijie_system()));
