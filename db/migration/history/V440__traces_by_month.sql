-- Traces are the bulk of the log: they stand apart from the decisions, in one partition a month, so that an old month can be
-- moved or dropped without touching decisions and outcomes. Ids of decisions begin with their time (UUID version 7), so the
-- id itself says the month. Partitions are made ahead by the application; the default one only catches what it missed.
CREATE TABLE history_trace (
    decision_id uuid  NOT NULL PRIMARY KEY,
    trace       bytea NOT NULL
) PARTITION BY RANGE (decision_id);
CREATE TABLE history_trace_other PARTITION OF history_trace DEFAULT;

-- Traces written so far are text; they keep their form, which begins with a brace, and can still be read.
INSERT INTO history_trace (decision_id, trace)
SELECT id, convert_to(trace, 'UTF8') FROM history_decision WHERE length(trace) > 2;
ALTER TABLE history_decision DROP COLUMN trace;
