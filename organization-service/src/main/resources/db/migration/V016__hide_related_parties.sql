-- Related parties concern the organization and the offices; in its own row, which is public, they were a slip away from
-- everybody. Whoever may change an organization sees them, for each of its events carries them.
create table related_party (
    organization_id uuid        not null references organization,
    position        int         not null,
    credit_code     varchar(18) not null,
    primary key (organization_id, position)
);

insert into related_party (organization_id, position, credit_code)
select organization.id, party.position - 1, party.credit_code
from organization, jsonb_array_elements_text(related_parties) with ordinality as party (credit_code, position);

alter table organization drop column related_parties;

alter table related_party enable row level security;

create policy visible on related_party for select
    using ((select duijie_reads_everything())
        or exists (select from organization
                   where id = organization_id and concerned_with_organization(organization.credit_code)));

create policy written_by_those_it_concerns on related_party
    using (exists (select from organization
                   where id = organization_id and concerned_with_organization(organization.credit_code)));
