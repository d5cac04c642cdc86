-- What followed from signals, and what agents are asked to do about it.

-- One line for each event rule that fitted a signal. Its key is what makes running a rule twice harmless.
create table outreach_firing (
    rule     text        not null,
    signal   uuid        not null,
    customer uuid        not null,
    at       timestamptz not null,
    -- redecided, created, repeated (within onceInDays) or held
    result   text        not null,
    -- why it was held back: a stage of the decision, or a wish of the customer
    detail   text        not null,
    primary key (rule, signal)
);
create index outreach_firing_at on outreach_firing (at);

create table outreach_item (
    id           uuid primary key,
    customer     uuid        not null,
    rule         text        not null,
    label_en     text        not null,
    label_fr     text        not null,
    why_en       text        not null,
    why_fr       text        not null,
    signal       uuid        not null,
    signal_type  text        not null,
    signal_at    timestamptz not null,
    action       text,
    decision     uuid,
    priority     integer     not null,
    channel      text        not null,
    not_before   timestamptz not null,
    due          timestamptz not null,
    expires      timestamptz not null,
    state        text        not null check (state in ('open', 'taken', 'done', 'dismissed', 'expired')),
    who          text,
    reason       text,
    conversation uuid,
    created_at   timestamptz not null,
    closed_at    timestamptz,
    unique (rule, signal)
);
create index outreach_item_live on outreach_item (priority desc, due) where state in ('open', 'taken');
create index outreach_item_customer on outreach_item (customer, rule, created_at desc);
create index outreach_item_closed on outreach_item (closed_at) where closed_at is not null;

-- Up to where signals have been looked at a second time, for those whose node went away.
create table outreach_progress (
    id    boolean primary key default true check (id),
    taken timestamptz not null
);
insert into outreach_progress (taken) values (now());
