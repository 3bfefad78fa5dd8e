-- A claim is made and ended for every few events. Kept apart from when the next one is due, it changes no index, and where
-- a page has room it stays there.
alter table webhook_channel add column leased_until timestamptz not null default '-infinity';
alter table webhook_channel set (fillfactor = 60);

-- Each event that is told looks for the endpoints of its organization that are sent all of its streams.
create index webhook_endpoint_of_all on webhook_endpoint (organization) where subscriptions = '[]';
