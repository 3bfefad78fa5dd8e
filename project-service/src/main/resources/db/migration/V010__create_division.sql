-- GB/T 2260 codes, in force and abolished. Names are not unique.
create table division (
    code             varchar(6) primary key check (code ~ '^[1-9][0-9]{5}$'),
    version          bigint     not null,
    name             text       not null,
    level            text       not null,
    parent_code      varchar(6),
    valid_from       date,
    valid_until      date,
    former_names     jsonb      not null,
    key_county       text,
    deep_poverty     text,
    yanshan_taihang  boolean    not null,
    check (valid_from <= valid_until)
);

create index division_parent_code on division (parent_code);
create index division_name on division (name);
create index division_former_names on division using gin (former_names jsonb_path_ops);

-- One row: which reference lists were loaded last. It is also the lock of loading.
create table division_list (
    only_row boolean primary key default true check (only_row),
    hash     text    not null
);

insert into division_list (hash) values ('');
