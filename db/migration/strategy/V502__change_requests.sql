-- A revision's way: draft, submitted, approved, live, retired (or discarded). A document that was ever live never changes again.
-- json, not jsonb: what was written is read back letter for letter.
alter table strategy_revision alter column document type json using document::json;
alter table strategy_revision add column state text not null default 'retired'
    check (state in ('draft', 'submitted', 'approved', 'live', 'retired', 'discarded'));
-- The revision it was made from; 0 is the empty one.
alter table strategy_revision add column base bigint not null default 0;
-- What was asked for, where publishing had to merge it with what had become live meanwhile.
alter table strategy_revision add column proposed json;
update strategy_revision set base = number - 1;
update strategy_revision set state = 'live' where number = (select revision from strategy_live);
create index strategy_revision_state on strategy_revision (state, number desc);

-- Grows by one with every switch, back to an older revision as well: readers know which of two is the newer.
alter table strategy_live add column switch bigint not null default 1;

-- Who did what with a revision, in order.
create table strategy_step (
    revision bigint      not null references strategy_revision (number),
    position int         not null,
    step     text        not null,
    who      text        not null,
    at       timestamptz not null,
    note     text        not null,
    primary key (revision, position)
);
insert into strategy_step (revision, position, step, who, at, note)
select number, 1, 'published', created_by, created_at, note from strategy_revision;
