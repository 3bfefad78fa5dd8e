-- A policy may be proposed before it takes force; the first one was there from the beginning.
alter table policy add column proposed_at timestamptz;

-- Who proposed it: for the leading group and those who watch over it.
create table policy_author (
    version int  primary key references policy,
    author  text not null
);

alter table policy_author enable row level security;
create policy read_authors on policy_author for select
    using ((select duijie_reads_everything()));
create policy sign_policy on policy_author for insert
    with check ((select duijie_writes_everything()) and author = (select duijie_caller()));
