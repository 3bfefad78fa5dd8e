create table plant (
    id      uuid   primary key,
    version bigint not null
);

-- One row for each effect, so that a doubled one shows.
create table growth (
    ord      bigint generated always as identity,
    plant_id uuid   not null,
    version  bigint not null,
    primary key (plant_id, version)
);
