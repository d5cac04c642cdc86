-- Models as they stood at a position of the log, to start from instead of from its beginning. Only a short cut: the log
-- alone gives the same bytes.
CREATE TABLE learning_snapshot (
    id         uuid        PRIMARY KEY,
    position   bigint      NOT NULL,
    format     integer     NOT NULL,
    sha256     text        NOT NULL,
    settings   text        NOT NULL,
    created_at timestamptz NOT NULL,
    bytes      bytea       NOT NULL,
    UNIQUE (position, format, settings)
);
