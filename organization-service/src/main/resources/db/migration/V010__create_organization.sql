-- The registry of social organizations. What an organization is, is read from its credit code (GB 32100);
-- where it stands (rating, inspections, lists) is a dated value that its registrar states whole.
create table organization (
    id                   uuid primary key,
    version              bigint      not null,
    credit_code          varchar(18) not null unique,
    name                 text        not null,
    type                 text        not null,
    level                text        not null,
    registrar_division   varchar(6)  not null,
    status               text        not null,
    status_history       jsonb       not null,
    standing             jsonb       not null,
    related_parties      jsonb       not null,
    credit_code_override jsonb,
    created_at           timestamptz not null,
    updated_at           timestamptz not null
);

create index organization_level on organization (level, id);
create index organization_status on organization (status, id);
