-- Dated ties between a helping district and a helped county, each with the source that states it. The rows come from
-- reference/pairings.csv; `edition` counts up when that file changes.
create table pairing (
    id            uuid primary key,
    district_code text not null,
    district_name text not null,
    county_code   text not null,
    county_name   text not null,
    kind          text not null,
    since         date,
    until         date check (until is null or since is null or until >= since),
    precision     text not null,
    stated_as     text not null,
    source        text not null,
    confidence    text not null,
    edition       int  not null,
    unique (district_code, county_code, kind, since)
);

create index pairing_county on pairing (county_code);
