-- Conversations between an agent and a customer.
create table interaction_interaction (
    id          uuid primary key,
    customer_id uuid        not null,
    agent       text        not null,
    channel     text        not null,
    reason      text        not null,
    state       text        not null check (state in ('ringing', 'talking', 'wrap-up', 'closed')),
    source      text        not null,
    caller      text,
    opened_at   timestamptz not null,
    answered_at timestamptz,
    closed_at   timestamptz
);
create index interaction_open on interaction_interaction (agent) where state <> 'closed';
