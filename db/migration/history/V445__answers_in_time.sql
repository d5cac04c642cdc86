-- What the catalog says about answers to an action is frozen with each offer: how many days it waits for one, and what a
-- fulfilled acceptance teaches on top of the acceptance.
ALTER TABLE history_offer
    ADD COLUMN answer_days smallint NOT NULL DEFAULT 30,
    ADD COLUMN fulfilled_reward double precision NOT NULL DEFAULT 0,
    -- when an offer that was shown and not answered is expired; never for imported ones, about which nothing more is known
    ADD COLUMN expires_at timestamptz;
UPDATE history_offer SET expires_at = at + answer_days * interval '24 hours'
WHERE arm <> 'import' AND state IN ('', 'shown', 'presented');
CREATE INDEX history_offer_waiting ON history_offer (expires_at)
    WHERE state IN ('shown', 'presented') AND action <> 'none';

-- The situation in a form that is read tens of thousands of times a second when models learn the log anew. Rows from before
-- keep theirs as jsonb.
ALTER TABLE history_decision ADD COLUMN packed bytea, ALTER COLUMN situation DROP NOT NULL;
ALTER TABLE history_decision ADD CHECK (packed IS NOT NULL OR situation IS NOT NULL);
