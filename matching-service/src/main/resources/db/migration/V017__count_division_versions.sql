-- Divisions were kept under the time of their event; from now on under the version that their event tells. The next
-- event of each is newer than what is known.
update division_replica set version = 0, fact = jsonb_set(fact, '{version}', '0');
