-- Who lets which partner platform act for it. What was granted is never changed or deleted: histories name it.
create table delegation (
    id                uuid primary key,
    version           bigint      not null,
    division_code     varchar(6),
    credit_code       varchar(18),
    platform          text        not null,
    matters           jsonb       not null,
    valid_until       date        not null,
    reason            text        not null,
    status            text        not null,
    granted_by        text        not null,
    granted_at        timestamptz not null,
    revocation_reason text,
    revoked_by        text,
    ended_at          timestamptz,
    check (num_nonnulls(division_code, credit_code) = 1)
);

-- Of two at once one would survive the revocation of the other.
create unique index delegation_active
    on delegation (coalesce(division_code, credit_code), platform) where status = 'ACTIVE';
create index delegation_division on delegation (division_code, id) where division_code is not null;
create index delegation_credit_code on delegation (credit_code, id) where credit_code is not null;
create index delegation_platform on delegation (platform, id);
-- The clock asks every minute which active delegations are past their last day.
create index delegation_overdue on delegation (valid_until) where status = 'ACTIVE';
