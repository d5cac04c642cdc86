-- Calls as the telephone system tells them. A call's course is worked out from its events, whatever order they came in.
create table telephony_call (
    id         uuid primary key,
    source     text        not null,
    subject    text        not null,
    opened_at  timestamptz not null,
    heard_at   timestamptz not null,
    ended_at   timestamptz,
    talking    boolean     not null default false,
    unique (source, subject)
);
create index telephony_call_open on telephony_call (heard_at) where ended_at is null;

-- Each event once, on every node and across restarts.
create table telephony_event (
    source      text        not null,
    event_id    text        not null,
    call_id     uuid        not null references telephony_call (id) on delete cascade,
    kind        text        not null,
    at          timestamptz not null,
    agent       text,
    facts       jsonb       not null,
    received_at timestamptz not null,
    primary key (source, event_id)
);
create index telephony_event_call on telephony_event (call_id);
create index telephony_event_received on telephony_event (received_at);
