-- Which engine decides, from which place in the log on. A promotion takes a place of its own among the answers, so the place
-- that a decision's scores know also says which engine made them, on every node and in every replay.
CREATE TABLE learning_champion (
    position bigint      PRIMARY KEY,
    engine   text        NOT NULL,
    format   integer     NOT NULL,
    settings text        NOT NULL,
    at       timestamptz NOT NULL,
    who      text        NOT NULL
);

-- The engine that scores every decision and is shown to nobody; at most one.
CREATE TABLE learning_challenger (
    one    boolean     PRIMARY KEY DEFAULT true CHECK (one),
    engine text        NOT NULL,
    at     timestamptz NOT NULL,
    who    text        NOT NULL
);

-- How the challenger's scores of decisions differed from the champion's, added up.
CREATE TABLE learning_shadow (
    champion    text             NOT NULL,
    challenger  text             NOT NULL,
    day         date             NOT NULL,
    decisions   bigint           NOT NULL,
    other_first bigint           NOT NULL,
    scores      bigint           NOT NULL,
    moved       double precision NOT NULL,
    missed      bigint           NOT NULL,
    PRIMARY KEY (champion, challenger, day)
);

-- A fingerprint of everything the engine had learned.
ALTER TABLE learning_snapshot ADD COLUMN data_hash text NOT NULL DEFAULT '';
