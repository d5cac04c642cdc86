-- Other systems that want to hear of facts, the facts told to them, and how each delivery went. Owner: module channel.
CREATE TABLE channel_webhook (
    id              uuid        PRIMARY KEY,
    url             text        NOT NULL,
    description     text        NOT NULL,
    events          text[]      NOT NULL,
    enabled         boolean     NOT NULL,
    note            text        NOT NULL DEFAULT '',
    secret          text        NOT NULL,
    previous_secret text,
    previous_until  timestamptz,
    created_by      text        NOT NULL,
    created_at      timestamptz NOT NULL,
    version         integer     NOT NULL DEFAULT 0,
    CHECK ((previous_secret IS NULL) = (previous_until IS NULL))
);
COMMENT ON COLUMN channel_webhook.secret IS 'signs deliveries, so it must be readable; shown to people once';
COMMENT ON COLUMN channel_webhook.note IS 'why Attune itself switched it off';

-- Written in the transaction of the fact, and only when somebody is to hear of it.
CREATE TABLE channel_outbox (
    id         uuid        PRIMARY KEY,
    type       text        NOT NULL,
    body       text        NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX channel_outbox_age ON channel_outbox (created_at);

CREATE TABLE channel_delivery (
    event     uuid        NOT NULL REFERENCES channel_outbox (id) ON DELETE CASCADE,
    webhook   uuid        NOT NULL REFERENCES channel_webhook (id) ON DELETE CASCADE,
    state     text        NOT NULL CHECK (state IN ('waiting', 'delivered', 'dead')),
    attempts  integer     NOT NULL DEFAULT 0,
    since     timestamptz NOT NULL,
    next_at   timestamptz NOT NULL,
    last_at   timestamptz,
    status    integer,
    error     text,
    millis    integer,
    PRIMARY KEY (webhook, event)
);
CREATE INDEX channel_delivery_due ON channel_delivery (webhook, next_at) WHERE state = 'waiting';
CREATE INDEX channel_delivery_event ON channel_delivery (event);
COMMENT ON COLUMN channel_delivery.since IS 'start of the three days in which it is tried';
COMMENT ON COLUMN channel_delivery.next_at IS 'when it is due; while it is being sent, when somebody else may take it over';
