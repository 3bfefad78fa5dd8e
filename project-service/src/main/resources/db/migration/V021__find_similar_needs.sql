-- Needs that are asked twice are found by the trigrams of their titles. A trusted extension: the database's owner may
-- create it.
create extension if not exists pg_trgm;

create index need_title_trigrams on need using gin (title gin_trgm_ops) where status in ('SUBMITTED', 'PUBLISHED');
