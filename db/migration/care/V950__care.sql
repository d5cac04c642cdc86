-- Help for customers in difficulty. Amounts are whole cents; days are local days of the company.

-- Income and expenditure: a version is never changed.
create table care_budget (
    id         uuid primary key,
    customer   uuid        not null,
    version    integer     not null,
    adults     integer     not null,
    children   integer     not null,
    lines      jsonb       not null,
    income     bigint      not null,
    fixed      bigint      not null,
    flexible   bigint      not null,
    consent    text        not null,
    expires_on date        not null,
    made_by    text        not null,
    made_at    timestamptz not null,
    unique (customer, version)
);

create table care_arrangement (
    id           uuid primary key,
    customer     uuid        not null,
    state        text        not null check (state in ('proposed', 'active', 'kept', 'broken', 'completed', 'cancelled')),
    frequency    text        not null,
    instalment   bigint      not null,
    arrears      bigint      not null,
    surplus      bigint      not null,
    extra_use    bigint      not null,
    reserve      bigint      not null,
    -- why a second person must agree; empty when nobody has to
    beyond       text[]      not null,
    reason       text        not null,
    proposed_by  text        not null,
    proposed_at  timestamptz not null,
    approved_by  text,
    approved_at  timestamptz,
    ended_at     timestamptz,
    end_reason   text
);
create unique index care_arrangement_live on care_arrangement (customer) where state in ('proposed', 'active', 'kept');
create index care_arrangement_state on care_arrangement (state, proposed_at);

create table care_instalment (
    arrangement uuid    not null references care_arrangement,
    number      integer not null,
    due_on      date    not null,
    cents       bigint  not null check (cents > 0),
    paid_cents  bigint  not null default 0 check (paid_cents between 0 and cents),
    paid_on     date,
    missed_on   date,
    primary key (arrangement, number)
);
create index care_instalment_open on care_instalment (due_on) where paid_on is null and missed_on is null;

-- Each payment counts once.
create table care_payment (
    source      text        not null,
    arrangement uuid        not null references care_arrangement,
    cents       bigint      not null,
    at          timestamptz not null,
    primary key (source, arrangement)
);

-- What a customer goes through, as an object with dates.
create table care_case (
    id           uuid primary key,
    customer     uuid        not null,
    kind         text        not null,
    reason       text        not null,
    note         text        not null,
    visibility   text        not null check (visibility in ('agents', 'supervisors')),
    consent      text,
    opened_on    date        not null,
    ends_on      date,
    cycles       integer,
    review_from  date,
    review_to    date,
    reviewed_on  date,
    assess_by    date,
    assessed_on  date,
    answer_by    date,
    answered_on  date,
    outcome      text,
    opened_by    text        not null,
    opened_at    timestamptz not null,
    closed_by    text,
    closed_at    timestamptz
);
create unique index care_case_open on care_case (customer, kind) where closed_at is null and kind <> 'need';
create index care_case_customer on care_case (customer, opened_at desc);

create table care_referral (
    id         uuid primary key,
    customer   uuid        not null,
    partner    text        not null,
    shared     text[]      not null,
    consent    text        not null,
    spoke_with text        not null,
    made_by    text        not null,
    made_at    timestamptz not null,
    outcome    text,
    outcome_by text,
    outcome_at timestamptz
);
create index care_referral_customer on care_referral (customer, made_at desc);

-- What a customer answered about aids, kept only with consent.
create table care_answers (
    customer   uuid primary key,
    answers    jsonb       not null,
    consent    text        not null,
    expires_on date        not null,
    saved_by   text        not null,
    saved_at   timestamptz not null
);

-- What had to be proposed and was.
create table care_duty (
    customer uuid        not null,
    duty     text        not null,
    done_by  text        not null,
    done_at  timestamptz not null,
    primary key (customer, duty)
);

-- Calls for the supervisor and protected time of agents.
create table care_help_call (
    id           uuid primary key,
    agent        text        not null,
    conversation uuid,
    asked_at     timestamptz not null,
    taken_by     text,
    taken_at     timestamptz,
    closed_at    timestamptz
);
create unique index care_help_call_open on care_help_call (agent) where closed_at is null;

create table care_protected_time (
    agent      text        not null,
    from_at    timestamptz not null,
    until_at   timestamptz not null,
    primary key (agent, from_at)
);
