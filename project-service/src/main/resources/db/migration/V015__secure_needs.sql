-- The second wall behind the checks of the service: whatever a query forgets, these rows stay hidden.
alter table need enable row level security;

create policy visible on need for select
    using ((published_at is not null and status <> 'WITHDRAWN')
        or (select duijie_reads_everything())
        or duijie_acts_for_division(division_code)
        or duijie_oversees(division_code));

create policy written_by_its_county_and_those_above on need
    using (duijie_acts_for_division(division_code) or duijie_oversees(division_code));

alter table need_change enable row level security;

create policy visible on need_change for select
    using (told_public
        or (select duijie_reads_everything())
        or duijie_acts_for_division(division_code)
        or duijie_oversees(division_code));

create policy written_by_its_county_and_those_above on need_change for insert
    with check (duijie_acts_for_division(division_code) or duijie_oversees(division_code));

-- A history is only added to.
revoke update, delete, truncate on need_change from duijie_app;

-- A publisher is a county, a platform or a person; a client id may look like a county's code and is none.
create function publishes_as(publisher text) returns boolean language sql stable parallel safe
    return duijie_acts_for_division(publisher)
        or publisher = duijie_platform()
        or publisher = duijie_caller();

create function decides_about_publisher(publisher text) returns boolean language sql stable parallel safe
    return duijie_writes_everything()
        or (publisher ~ '^[1-9][0-9]{5}$' and duijie_oversees(publisher));

alter table publisher enable row level security;

create policy visible on publisher for select
    using ((select duijie_reads_everything()) or publishes_as(id) or decides_about_publisher(id));

create policy decided_by_those_above on publisher
    using (decides_about_publisher(id));

alter table publisher_usage enable row level security;

create policy visible on publisher_usage for select
    using ((select duijie_reads_everything()) or publishes_as(publisher) or decides_about_publisher(publisher));

create policy counted_by_itself on publisher_usage
    using (publishes_as(publisher));
