-- What belongs to a project shows with the project. The question stands in each policy itself: PostgreSQL does not put a
-- function that holds a query in the place of the call, but plans that query anew in every statement that calls it.
alter policy visible_with_the_project on ledger_head
    using (exists (select from project p where p.id = project_id));
alter policy visible_with_the_project on ledger_balance
    using (exists (select from project p where p.id = project_id));
alter policy visible_with_the_project on ledger_entry
    using (exists (select from project p where p.id = project_id));
alter policy visible_with_the_project on evidence_file
    using (exists (select from project p where p.id = project_id));
alter policy visible_with_the_project on progress_report
    using (exists (select from project p where p.id = project_id));
alter policy visible_with_the_project on finding
    using (exists (select from project p where p.id = project_id));
alter policy visible_with_the_project on risk_dispute
    using (exists (select from project p where p.id = project_id));

drop function duijie_sees_project(uuid);
