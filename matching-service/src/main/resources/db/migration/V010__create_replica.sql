-- What other services own, reduced to what matching uses. One row holds the newest version heard of; `fact` is the
-- record of the same name in org.duijie.matching.replica. All of it can be had again by reading the topics from the start.
create table division_replica (
    id      uuid   primary key,
    version bigint not null,
    fact    jsonb  not null
);

create table need_replica (
    id      uuid   primary key,
    version bigint not null,
    fact    jsonb  not null
);

create table organization_replica (
    id      uuid   primary key,
    version bigint not null,
    fact    jsonb  not null
);

create table offer_replica (
    id      uuid   primary key,
    version bigint not null,
    fact    jsonb  not null
);
