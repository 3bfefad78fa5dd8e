-- Files of needs. A job is owned by the caller who sent it; its row is the lock of whoever takes its next chunk.
create table need_import (
    id          uuid        primary key,
    owner       text        not null,
    writer      jsonb       not null,
    status      text        not null check (status in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED')),
    sha256      text        not null,
    lines       int         not null,
    chunks      int         not null,
    next_chunk  int         not null default 0,
    created     int         not null default 0,
    replaced    int         not null default 0,
    unchanged   int         not null default 0,
    refused     int         not null default 0,
    created_at  timestamptz not null,
    advanced_at timestamptz not null,
    finished_at timestamptz
);

-- The job that waited longest comes first: a large file does not hold up a small one.
create index need_import_waiting on need_import (advanced_at) where status in ('QUEUED', 'RUNNING');
create index need_import_owner on need_import (owner, id);

-- Lines of a file, compressed. When they are taken, what was uploaded goes and what became of each line stays.
create table need_import_chunk (
    import_id  uuid  not null references need_import on delete cascade,
    number     int   not null,
    first_line int   not null,
    lines      int   not null,
    upload     bytea,
    report     bytea,
    taken      int   not null default 0,
    unchanged  int   not null default 0,
    refused    int   not null default 0,
    failures   int   not null default 0,
    primary key (import_id, number)
);

-- It is compressed already.
alter table need_import_chunk
    alter column upload set storage external,
    alter column report set storage external;

-- A file is its sender's; those who read everything may look at what became of it.
alter table need_import enable row level security;
create policy senders on need_import
    using ((select duijie_reads_everything()) or owner = (select duijie_caller()))
    with check ((select duijie_system()) or owner = (select duijie_caller()));

alter table need_import_chunk enable row level security;
create policy senders on need_import_chunk
    using ((select duijie_system()) or exists (select from need_import where need_import.id = import_id));
