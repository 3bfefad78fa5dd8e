-- How far publishers are trusted, where an office decided so; the id is a county's code or a platform's client id.
create table publisher (
    id          text        primary key,
    version     bigint      not null,
    trust       text        not null check (trust in ('BLOCKED', 'REVIEWED', 'TRUSTED')),
    daily_quota int         not null check (daily_quota >= 0),
    reason      text        not null,
    decided_by  text        not null,
    decided_at  timestamptz not null
);

-- What each publisher made or changed on a day. The row is also the lock of counting.
create table publisher_usage (
    publisher text not null,
    day       date not null,
    used      int  not null check (used >= 0),
    primary key (publisher, day)
);
