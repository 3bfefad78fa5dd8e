-- How often the wish was changed, from 1; told events do not count. And which request brought an event about.
alter table subscription add column wish_version bigint not null default 1 check (wish_version > 0);

alter table match_event add column cause_traceparent text;
