-- The service works as a role that owns nothing, so that no policy passes it by. An operator gives it its password.
do $$
begin
    if not exists (select from pg_roles where rolname = 'duijie_app') then
        create role duijie_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
    end if;
end
$$;

grant usage on schema public to duijie_app;
grant select, insert, update, delete on all tables in schema public to duijie_app;
grant usage, select on all sequences in schema public to duijie_app;
alter default privileges in schema public grant select, insert, update, delete on tables to duijie_app;
alter default privileges in schema public grant usage, select on sequences to duijie_app;
revoke all on flyway_schema_history from duijie_app;

-- On whose behalf the connection works; the service says so when it takes the connection. Where nobody has said
-- anything, nothing is true. Each function is one expression, which the planner puts in the place of the call. In a
-- policy, write (select duijie_system()) for what does not depend on the row: it is then worked out once per query.

-- The service's own work: relay, listeners, clock, start.
create function duijie_system() returns boolean language sql stable parallel safe
    return current_setting('duijie.role', true) = 'SYSTEM';

-- That, the leading group and the supervisor.
create function duijie_reads_everything() returns boolean language sql stable parallel safe
    return current_setting('duijie.role', true) in ('SYSTEM', 'ALL', 'READER');

-- That and the leading group.
create function duijie_writes_everything() returns boolean language sql stable parallel safe
    return current_setting('duijie.role', true) in ('SYSTEM', 'ALL');

create function duijie_acts_for_division(code text) returns boolean language sql stable parallel safe
    return current_setting('duijie.role', true) in ('SYSTEM', 'ALL')
        or code = any (string_to_array(current_setting('duijie.divisions', true), ','));

-- An office above the division, never the division itself: 130000 and 130700 are above 130722.
create function duijie_oversees(code text) returns boolean language sql stable parallel safe
    return current_setting('duijie.role', true) in ('SYSTEM', 'ALL')
        or array_remove(array['000000', left(code, 2) || '0000', left(code, 4) || '00'], code)
            && string_to_array(current_setting('duijie.offices', true), ',');

create function duijie_acts_for_organization(code text) returns boolean language sql stable parallel safe
    return current_setting('duijie.role', true) in ('SYSTEM', 'ALL')
        or code = any (string_to_array(current_setting('duijie.organizations', true), ','));

-- The token's subject; null for the public and for the service's own work.
create function duijie_caller() returns text language sql stable parallel safe
    return nullif(current_setting('duijie.caller', true), '');

-- The client id of a partner platform; null for everybody else.
create function duijie_platform() returns text language sql stable parallel safe
    return nullif(current_setting('duijie.platform', true), '');

-- An answer is its caller's alone.
alter table idempotency_key enable row level security;
create policy own_keys on idempotency_key
    using ((select duijie_system()) or caller = (select duijie_caller()));

-- A dead letter may hold anybody's data.
alter table dead_letter enable row level security;
create policy operators on dead_letter
    using ((select duijie_reads_everything()));
