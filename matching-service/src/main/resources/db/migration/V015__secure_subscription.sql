-- The second wall: a subscription and what it was told are its organization's own. Evaluations touch everybody's and are
-- the service's own work.
alter table subscription enable row level security;
create policy own_subscriptions on subscription for select
    using ((select duijie_reads_everything()) or duijie_acts_for_organization(organization));
create policy change_own_subscriptions on subscription
    using ((select duijie_writes_everything()) or duijie_acts_for_organization(organization));

alter table match_event enable row level security;
create policy events_of_own_subscriptions on match_event for select
    using ((select duijie_reads_everything())
           or exists (select from subscription own where own.id = subscription_id));
create policy tell on match_event
    using ((select duijie_system()));

alter table current_match enable row level security;
create policy evaluate on current_match
    using ((select duijie_system()));
