-- What statistics add up, in the order in which it happened.
insert into statistic_fact (at, stage, category, level, origin, mode, field, division_code, year, count, fen)
select at, stage, category, level, origin, mode, field, division_code, extract(year from at at time zone 'Asia/Shanghai'),
       count, amount
from bench_project, lateral (values ('AGREED', 1, fen), ('RECEIVED', 1, fen * 3 / 5), ('RECEIVED', 0, fen - fen * 3 / 5),
                                    ('COMPLETED', (i % 2)::int, fen * (i % 2))) as fact (stage, count, amount)
where count <> 0 or amount <> 0
order by at, i;

drop procedure bench_projects, bench_entries;
drop function bench_transfer;
drop table bench_project;
