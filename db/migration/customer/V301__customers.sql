-- Customers, what is known about them, and the dictionary that gives it its meaning. Owner: module customer.

CREATE TABLE customer_customer (
    id           uuid PRIMARY KEY,
    ref          text        NOT NULL UNIQUE,
    display_name text        NOT NULL,
    language     text        NOT NULL,
    phones       text[]      NOT NULL DEFAULT '{}',
    -- {key: value}
    attributes   jsonb       NOT NULL DEFAULT '{}',
    -- Source and age of attributes, {key: {at: milliseconds since 1970, src}}; '*' speaks for all that are not named.
    told         jsonb       NOT NULL DEFAULT '{}',
    consents     jsonb       NOT NULL DEFAULT '{}',
    preferences  jsonb       NOT NULL DEFAULT '{}',
    holdings     jsonb       NOT NULL DEFAULT '[]',
    -- Both made by the application: the name in lower case without accents; its words, and '#' + each phone number read backwards.
    name_key     text COLLATE "C" NOT NULL,
    words        text[]      NOT NULL,
    version      bigint      NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL
);
-- Prefixes by byte order, words by their beginnings: no extension needed, quick at millions of rows.
CREATE INDEX customer_customer_ref_prefix ON customer_customer ((lower(ref)) COLLATE "C");
CREATE INDEX customer_customer_name_prefix ON customer_customer (name_key);
CREATE INDEX customer_customer_words ON customer_customer USING gin (array_to_tsvector(words));

CREATE TABLE customer_state (
    id       uuid PRIMARY KEY,
    customer uuid        NOT NULL REFERENCES customer_customer (id),
    state    text        NOT NULL,
    since    timestamptz NOT NULL,
    until    timestamptz,
    source   text        NOT NULL,
    note     text
);
CREATE INDEX customer_state_customer ON customer_state (customer);
CREATE UNIQUE INDEX customer_state_open ON customer_state (customer, state, source) WHERE until IS NULL;

CREATE TABLE customer_signal (
    id          uuid PRIMARY KEY,
    customer    uuid        NOT NULL REFERENCES customer_customer (id),
    type        text        NOT NULL,
    source      text        NOT NULL,
    event_id    text        NOT NULL,
    at          timestamptz NOT NULL,
    data        jsonb       NOT NULL DEFAULT '{}',
    received_at timestamptz NOT NULL,
    UNIQUE (source, event_id)
);
CREATE INDEX customer_signal_customer ON customer_signal (customer, at DESC);

CREATE TABLE customer_attribute (
    key         text PRIMARY KEY,
    type        text    NOT NULL,
    label_en    text    NOT NULL,
    label_fr    text    NOT NULL,
    sensitivity text    NOT NULL,
    predictor   boolean NOT NULL,
    source      text    NOT NULL,
    desk_group  text    NOT NULL,
    unit        text    NOT NULL,
    shown       boolean NOT NULL,
    CHECK (NOT (predictor AND sensitivity = 'protected'))
);
-- Facts Attune itself works out.
INSERT INTO customer_attribute VALUES
    ('hardship_likely', 'boolean', 'Hardship likely', 'Difficultés probables', 'personal', false, 'derived', 'recent', 'none', true);

CREATE TABLE customer_import (
    id          uuid PRIMARY KEY,
    kind        text        NOT NULL,
    file_name   text        NOT NULL,
    state       text        NOT NULL,
    rows        bigint      NOT NULL DEFAULT 0,
    accepted    bigint      NOT NULL DEFAULT 0,
    changed     bigint      NOT NULL DEFAULT 0,
    rejected    bigint      NOT NULL DEFAULT 0,
    message     text,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz
);
CREATE INDEX customer_import_started ON customer_import (started_at DESC);

CREATE TABLE customer_import_error (
    import      uuid    NOT NULL REFERENCES customer_import (id),
    number      integer NOT NULL,
    row_number  bigint  NOT NULL,
    column_name text    NOT NULL,
    message     text    NOT NULL,
    PRIMARY KEY (import, number)
);
