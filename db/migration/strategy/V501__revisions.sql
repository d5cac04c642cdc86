-- Immutable numbered bundles of catalog, policies, levers and settings. Exactly one is live.
create table strategy_revision (
    number      bigint primary key,
    document    jsonb       not null,
    note        text        not null,
    created_by  text        not null,
    created_at  timestamptz not null
);
create table strategy_live (
    id       boolean primary key default true check (id),
    revision bigint not null references strategy_revision (number)
);
