-- Nobody who wrote any of a need reviews it. Of older needs only the last submitter is known.
alter table need
    add column authors     jsonb not null default '[]',
    add column reviewed_by text;

update need set authors = jsonb_build_array(submitted_by) where submitted_by is not null;

alter table need
    alter column authors drop default,
    drop column submitted_by;
