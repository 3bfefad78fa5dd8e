-- How much each factor weighs. Rows are only added: a version that was in force stays readable.
create table policy (
    version       int         primary key check (version > 0),
    in_force_from timestamptz not null,
    reason        text        not null,
    weights       jsonb       not null
);

insert into policy (version, in_force_from, reason, weights) values (
    1,
    '2018-01-01T00:00:00+08:00',
    'What is asked for and how much of it is met weigh most; then the ties and the marks that public policy has set; then the organization''s record, closeness and haste.',
    '{"FIELD_FIT": 20, "TEXT_LIKENESS": 10, "PAIRING": 15, "PRIORITY": 15, "COVERAGE": 15, "URGENCY": 5, "RECORD": 10, "NEARNESS": 5, "ATTENTION": 5}'
);
