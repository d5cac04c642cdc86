-- Answers that were kept on a node's disk while the database was away and have arrived: written in the transaction of the answer, so
-- that each arrives once, however often it is sent.
create table interaction_kept (
    id uuid        primary key,
    at timestamptz not null
);
create index interaction_kept_at on interaction_kept (at);
