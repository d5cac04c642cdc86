-- Conversations that follow a telephone call: who is calling may not be known yet, a call has a part per agent, and the step at
-- which the agent stands outlives the browser and the application.
alter table interaction_interaction
    alter column customer_id drop not null,
    add column call_id    uuid,
    add column part       integer not null default 1,
    add column outbound   boolean not null default false,
    add column queue      text    not null default '',
    add column held_since timestamptz,
    add column hung_up_at timestamptz,
    add column came_from  text,
    add column went_to    text,
    add column step       jsonb   not null default '{}';
create unique index interaction_part on interaction_interaction (call_id, agent, part) where call_id is not null;

-- What a bot tells when it hands a call over to a person; goes with the call from agent to agent.
create table interaction_handover (
    call_id  uuid primary key,
    handover jsonb       not null,
    at       timestamptz not null
);
