-- What a subscription is told of: its matches, or what it watches by name.
alter table subscription add column subject text not null default 'MATCHES';
alter table subscription add column watched jsonb not null default '[]';

-- Projects as project-service last told of them, see V010.
create table project_replica (
    id      uuid   primary key,
    version bigint not null,
    fact    jsonb  not null
);

-- An entry tells a pair, or what is watched as it was then. What was told of one occasion is not told again.
alter table match_event alter column need_id drop not null;
alter table match_event alter column need_title drop not null;
alter table match_event alter column division_code drop not null;
alter table match_event alter column offer_id drop not null;
alter table match_event alter column offer_title drop not null;
alter table match_event alter column score_ppm drop not null;
alter table match_event add column organization jsonb;
alter table match_event add column project jsonb;
alter table match_event add column once text;
alter table match_event add constraint match_event_subject
    check (num_nonnulls(need_id, organization, project) = 1 and num_nonnulls(need_id, offer_id, score_ppm) in (0, 3));

create unique index match_event_once on match_event (subscription_id, once) where once is not null;
