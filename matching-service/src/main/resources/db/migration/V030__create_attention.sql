-- How the counties' attention was measured, day by day. Rows are only added. Measurements that come to the same lack for
-- every county have the same edition: a score tells which edition it rests on, and can be computed again from it.
create table attention_measurement (
    number           int         primary key check (number > 0),
    edition          int         not null check (edition > 0),
    measured_on      date        not null,
    measured_at      timestamptz not null,
    policy_version   int         not null,
    offer_count      int         not null,
    gini_ppm         int         not null check (gini_ppm between 0 and 1000000),
    gini_without_ppm int         not null check (gini_without_ppm between 0 and 1000000),
    counties         jsonb       not null
);

create index attention_measurement_edition on attention_measurement (edition, number);

-- What the current matches were last evaluated with: 0 as long as nothing had been measured.
alter table evaluation_basis add column attention_edition int not null default 0;
