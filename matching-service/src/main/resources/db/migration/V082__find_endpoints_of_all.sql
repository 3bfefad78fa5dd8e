-- Each event that is told looks for the endpoints of its organization that are sent all of its streams.
create index webhook_endpoint_of_all on webhook_endpoint (organization) where subscriptions = '[]';
