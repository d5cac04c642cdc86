-- What agents do when a call is over: the rules of each queue, the wrap-up of each conversation, its summary, and notes. Summaries and
-- notes are only added to: a change is a new version.
create table interaction_wrapup_rule (
    queue      text primary key, -- lower case; empty: every queue without a rule of its own
    rule       jsonb       not null,
    changed_by text        not null,
    changed_at timestamptz not null
);

create table interaction_wrapup (
    interaction_id uuid primary key references interaction_interaction on delete cascade,
    agent          text        not null,
    rule           jsonb       not null, -- as it was when the wrap-up began
    begun_at       timestamptz not null,
    due_at         timestamptz,
    code           text,
    code_en        text,
    code_fr        text,
    draft_text     text,
    draft_language text,
    finished_at    timestamptz,
    finished_by    text                  -- the agent, or time-out
);
create index interaction_wrapup_due on interaction_wrapup (due_at) where finished_at is null and due_at is not null;

create table interaction_summary (
    interaction_id uuid        not null references interaction_interaction on delete cascade,
    version        integer     not null,
    language       text        not null,
    text           text        not null,
    other          text, -- the same in the other language, unless a person has changed it
    author         text        not null,
    at             timestamptz not null,
    primary key (interaction_id, version)
);

create table interaction_note (
    id             uuid        not null,
    version        integer     not null,
    interaction_id uuid        not null references interaction_interaction on delete cascade,
    author         text        not null,
    team           text,
    visibility     text        not null check (visibility in ('everyone', 'team', 'supervisors', 'author')),
    text           text        not null,
    at             timestamptz not null,
    primary key (id, version)
);
create index interaction_note_of on interaction_note (interaction_id);
create index interaction_of_customer on interaction_interaction (customer_id, opened_at desc);
