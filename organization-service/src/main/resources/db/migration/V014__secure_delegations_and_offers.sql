-- The second wall behind the services' own checks. What organizations tell of themselves is public, so their rows are;
-- an offer that has ended, and a delegation at any time, are for those they concern.
alter table delegation enable row level security;
create policy reading on delegation for select using (
    (select duijie_reads_everything())
    or duijie_acts_for_division(division_code)
    or duijie_acts_for_organization(credit_code)
    or platform = (select duijie_platform()));
-- A platform acts for its principals, but never says who delegates to whom.
create policy granting on delegation for insert with check (
    (select duijie_writes_everything())
    or ((select duijie_platform()) is null
        and (duijie_acts_for_division(division_code) or duijie_acts_for_organization(credit_code))));
create policy ending on delegation for update using (
    (select duijie_writes_everything())
    or ((select duijie_platform()) is null
        and (duijie_acts_for_division(division_code) or duijie_acts_for_organization(credit_code))));

alter table offer enable row level security;
create policy reading on offer for select using (
    status = 'OPEN'
    or (select duijie_reads_everything())
    or duijie_acts_for_organization(credit_code));
create policy opening on offer for insert with check (duijie_acts_for_organization(credit_code));
-- What an update leaves behind may be an offer that has ended.
create policy changing on offer for update using (duijie_acts_for_organization(credit_code));
