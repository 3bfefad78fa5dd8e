-- Each attempt is written once and read seldom: what is kept in the order of time needs no entry for each row, and the
-- endpoint's own order is key enough.
alter table webhook_attempt drop constraint webhook_attempt_pkey;
drop index webhook_attempt_endpoint;
alter table webhook_attempt add primary key (endpoint_id, id);

drop index webhook_attempt_at;
create index webhook_attempt_at on webhook_attempt using brin (at) with (pages_per_range = 32);
