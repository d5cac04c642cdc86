-- Replies to POST requests that carried an Idempotency-Key, kept for 24 hours. A row without a status is a request that
-- is still running. The body is a reply to an API client and may name a customer: it goes when its day is over.
CREATE TABLE channel_idempotency (
    client       text        NOT NULL,
    key          text        NOT NULL,
    fingerprint  text        NOT NULL,
    status       integer,
    content_type text,
    location     text,
    body         bytea,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (client, key)
);

CREATE INDEX channel_idempotency_age ON channel_idempotency (created_at);
