-- Belongs to a county, and to an organization once it is let.
create table parcel (
    name          text    primary key,
    division_code text    not null,
    credit_code   text,
    shown         boolean not null
);

alter table parcel enable row level security;

create policy visible on parcel for select
    using (shown
        or (select duijie_reads_everything())
        or duijie_acts_for_division(division_code)
        or duijie_oversees(division_code)
        or duijie_acts_for_organization(credit_code));

create policy writable on parcel
    using (duijie_acts_for_division(division_code));
