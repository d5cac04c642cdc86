-- The log of record. A decision and its offers are written once; an offer's state moves only together with an entry of
-- history_outcome (impressions excepted: they are only a date on the offer and never train a model).

-- The one place that hands out log positions. A position is taken by updating this row inside the writing transaction, so
-- the row's lock is held until that transaction has committed: positions become visible in their own order and without
-- gaps. A sequence or an identity column would not do: a later number may commit first, and a reader that has seen it
-- would never come back for the earlier one.
CREATE TABLE history_head (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    position bigint  NOT NULL
);
INSERT INTO history_head (position) VALUES (0);

CREATE TABLE history_decision (
    id             uuid        PRIMARY KEY,
    customer_id    uuid        NOT NULL,
    at             timestamptz NOT NULL,
    channel        text        NOT NULL,
    reason         text        NOT NULL,
    interaction_id uuid,
    revision       bigint      NOT NULL,
    model_version  bigint      NOT NULL,
    arm            text        NOT NULL,
    seed           bigint      NOT NULL,
    took_micros    bigint      NOT NULL,
    guarded        boolean     NOT NULL,
    -- names an imported answer, so that importing it again changes nothing
    import_key     text UNIQUE,
    situation      jsonb       NOT NULL,
    trace          text        NOT NULL
);
-- Traces are large and written with every decision: compressed the quicker way where the server was built with it.
DO $$
BEGIN
    IF (SELECT 'lz4' = ANY (enumvals) FROM pg_settings WHERE name = 'default_toast_compression') THEN
        ALTER TABLE history_decision
            ALTER COLUMN situation SET COMPRESSION lz4, ALTER COLUMN trace SET COMPRESSION lz4;
    END IF;
END $$;
CREATE INDEX history_decision_at ON history_decision (at);
CREATE INDEX history_decision_customer ON history_decision (customer_id, at);

CREATE TABLE history_offer (
    decision_id           uuid             NOT NULL REFERENCES history_decision (id),
    action                text             NOT NULL,
    issue                 text             NOT NULL,
    group_key             text             NOT NULL,
    rank                  integer          NOT NULL,
    treatment             text,
    propensity            double precision NOT NULL,
    sampled               double precision NOT NULL,
    priority              double precision NOT NULL,
    selection_probability double precision NOT NULL,
    starting_propensity   double precision NOT NULL,
    -- empty: ranked, but not yet on anybody's screen
    state                 text             NOT NULL DEFAULT '',
    again                 date,
    customer_id           uuid             NOT NULL,
    at                    timestamptz      NOT NULL,
    channel               text             NOT NULL,
    arm                   text             NOT NULL,
    shown_at              timestamptz,
    shown_to              text,
    presented_at          timestamptz,
    answered_at           timestamptz,
    PRIMARY KEY (decision_id, action),
    CHECK (state IN ('', 'shown', 'presented', 'accepted', 'declined', 'not-now', 'not-offered', 'fulfilled', 'cancelled',
        'expired')),
    CHECK (state = '' OR shown_at IS NOT NULL)
);
CREATE INDEX history_offer_customer ON history_offer (customer_id, at) WHERE shown_at IS NOT NULL;
CREATE INDEX history_offer_shown ON history_offer (at, action) WHERE shown_at IS NOT NULL;

CREATE TABLE history_outcome (
    position    bigint      PRIMARY KEY,
    decision_id uuid        NOT NULL,
    action      text        NOT NULL,
    outcome     text        NOT NULL,
    reason      text,
    again       date,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    who         text        NOT NULL,
    -- the entry that this one takes back; 0 for an ordinary answer
    reverses    bigint      NOT NULL DEFAULT 0,
    -- the offer's state before, and whether this entry was the first to say that the offer was presented: for undo
    before      text        NOT NULL,
    implied     boolean     NOT NULL,
    FOREIGN KEY (decision_id, action) REFERENCES history_offer (decision_id, action)
);
CREATE INDEX history_outcome_offer ON history_outcome (decision_id, action);
-- An entry is taken back at most once.
CREATE UNIQUE INDEX history_outcome_reverses ON history_outcome (reverses) WHERE reverses > 0;
