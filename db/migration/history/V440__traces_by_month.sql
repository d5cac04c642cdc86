-- Traces are the bulk of the log: they stand apart from the decisions, in one partition a month, so that an old month can be
-- moved or dropped without touching decisions and outcomes. Ids of decisions begin with their time (UUID version 7), so the
-- id itself says the month. Partitions are made ahead by the application; the default one only catches what it missed.
CREATE TABLE history_trace (
    decision_id uuid  NOT NULL PRIMARY KEY,
    trace       bytea NOT NULL
) PARTITION BY RANGE (decision_id);
CREATE TABLE history_trace_other PARTITION OF history_trace DEFAULT;

-- This month and the next two, before anything is put in: a partition cannot be cut out of the default one afterwards.
DO $$
DECLARE
    month timestamp;
BEGIN
    FOR month IN SELECT generate_series(date_trunc('month', now() AT TIME ZONE 'UTC'),
        date_trunc('month', now() AT TIME ZONE 'UTC') + interval '2 months', interval '1 month')
    LOOP
        EXECUTE format(
            'CREATE TABLE history_trace_%s PARTITION OF history_trace FOR VALUES FROM (%L) TO (%L) WITH (toast_tuple_target = 8160)',
            to_char(month, 'YYYY_MM'),
            rpad(lpad(to_hex((extract(epoch FROM month) * 1000)::bigint), 12, '0'), 32, '0')::uuid,
            rpad(lpad(to_hex((extract(epoch FROM month + interval '1 month') * 1000)::bigint), 12, '0'), 32, '0')::uuid);
        EXECUTE format('ALTER TABLE history_trace_%s ALTER COLUMN trace SET STORAGE EXTERNAL', to_char(month, 'YYYY_MM'));
    END LOOP;
END $$;

-- Traces written so far are text; they keep their form, which begins with a brace, and can still be read.
INSERT INTO history_trace (decision_id, trace)
SELECT id, convert_to(trace, 'UTF8') FROM history_decision WHERE length(trace) > 2;
ALTER TABLE history_decision DROP COLUMN trace;
