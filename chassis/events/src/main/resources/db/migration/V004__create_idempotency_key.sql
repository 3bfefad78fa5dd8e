-- Requests that have acted, by the name that their caller gave them, with the answer to give again.
create table idempotency_key (
    caller      text        not null,
    method      text        not null,
    route       text        not null,
    key         text        not null,
    fingerprint bytea       not null,
    status      int         not null,
    headers     jsonb       not null,
    body        bytea       not null,
    created_at  timestamptz not null,
    primary key (caller, key, route, method)
);

create index idempotency_key_created_at on idempotency_key (created_at);
