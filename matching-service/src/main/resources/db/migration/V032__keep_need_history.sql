-- Each version of a need that was public, and from when until when it was the one in force. Fed by events from now on;
-- of what is public already only this is known, that it is so today.
create table need_history (
    need_id        uuid        not null,
    version        bigint      not null,
    in_force_from  timestamptz not null,
    in_force_until timestamptz check (in_force_until >= in_force_from),
    fact           jsonb       not null,
    primary key (need_id, version)
);

create index need_history_from on need_history (in_force_from);
create unique index need_history_in_force on need_history (need_id) where in_force_until is null;

-- From when on the history lacks nothing: one row.
create table need_history_reach (
    id         int         primary key check (id = 1),
    kept_since timestamptz not null
);

insert into need_history_reach (id, kept_since) values (1, now());

insert into need_history (need_id, version, in_force_from, fact)
select id, version, now(), fact from need_replica where fact ->> 'status' = 'PUBLISHED';
