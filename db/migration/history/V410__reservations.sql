-- Places under contact limits and constraints. Whoever claims one locks the row of history_quota first, one per customer and
-- limit or one per constraint, in the order of their keys; so claims on one thing wait for each other and never for good.
CREATE TABLE history_quota (
    kind        text    NOT NULL CHECK (kind IN ('limit', 'supply')),
    key         text    NOT NULL,
    -- all zero for what is shared by all customers
    customer_id uuid    NOT NULL,
    -- accepted out of a stock, and EUR out of a budget; limits count presentations in history_offer instead
    used        bigint  NOT NULL DEFAULT 0,
    spent       numeric NOT NULL DEFAULT 0,
    PRIMARY KEY (kind, key, customer_id)
);

CREATE TABLE history_reservation (
    kind        text        NOT NULL CHECK (kind IN ('limit', 'supply')),
    key         text        NOT NULL,
    -- the conversation, or the decision where there is none
    holder      uuid        NOT NULL,
    action      text        NOT NULL,
    decision_id uuid        NOT NULL,
    customer_id uuid        NOT NULL,
    amount      numeric     NOT NULL,
    -- what there was when the place was claimed; null for no limit
    stock       integer,
    budget      numeric,
    -- held: counts until its time is over; taken: presented (limit) or accepted (supply); released: given back
    state       text        NOT NULL CHECK (state IN ('held', 'taken', 'released')),
    at          timestamptz NOT NULL,
    until       timestamptz NOT NULL,
    PRIMARY KEY (holder, action, kind, key)
);
CREATE INDEX history_reservation_held ON history_reservation (kind, key, customer_id) WHERE state = 'held';
