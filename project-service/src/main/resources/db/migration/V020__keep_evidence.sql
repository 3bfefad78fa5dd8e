-- Documents that show that a need is real: their titles and addresses, never the documents.
alter table need
    add column evidence jsonb not null default '[]';

alter table need
    alter column evidence drop default;
