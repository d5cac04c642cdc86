-- What agents report by not offering something: that the facts were wrong, or that the proposal was inappropriate. The report is the
-- answer in the log; here stands only who has seen to it.
create table history_report_settled (
    decision_id uuid        not null,
    action      text        not null,
    settled_at  timestamptz not null,
    settled_by  text        not null,
    note        text        not null,
    primary key (decision_id, action)
);
create index history_outcome_reported on history_outcome (recorded_at)
    where outcome = 'not-offered' and reason in ('wrong-facts', 'inappropriate');
