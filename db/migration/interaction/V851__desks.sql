-- Who has a desk open, on which node; written by each node every few seconds. Nothing of it is kept.
create table interaction_desk (
    node          text        not null,
    agent         text        not null,
    resting_until timestamptz,
    seen_at       timestamptz not null,
    primary key (node, agent)
);
