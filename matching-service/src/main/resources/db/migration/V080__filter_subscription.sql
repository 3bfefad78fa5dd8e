-- What a subscription asks for besides its lists, as an expression; absent where the lists say it all.
alter table subscription add column filter text;
