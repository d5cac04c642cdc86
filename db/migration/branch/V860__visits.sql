-- Who comes to a branch: appointments and walk-ins. Owner: module branch.
create table branch_visit (
    id           uuid        primary key,
    -- the team of the branch's agents
    place        text        not null,
    kind         text        not null check (kind in ('appointment', 'walk-in')),
    customer_id  uuid        not null,
    -- first name and initial, as it may be called out
    name         text        not null,
    reason       text        not null,
    at           timestamptz not null,
    arrived_at   timestamptz,
    state        text        not null check (state in ('expected', 'waiting', 'served', 'done', 'left')),
    agent        text,
    conversation uuid
);
create index branch_visit_live on branch_visit (place, at) where state in ('expected', 'waiting');
create index branch_visit_conversation on branch_visit (conversation) where conversation is not null;
