-- Which parts of the demo content have been loaded, so that a later start neither repeats nor overwrites anything.
CREATE TABLE demo_seed (
    part      text        PRIMARY KEY,
    version   bigint      NOT NULL,
    loaded_at timestamptz NOT NULL
);
