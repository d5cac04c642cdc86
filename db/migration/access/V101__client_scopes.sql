-- What each program may do, how often, and since when it is known.
alter table access_api_client
    add column scopes              text[]      not null default '{}',
    add column requests_per_second integer     not null default 50 check (requests_per_second between 1 and 100000),
    add column burst               integer     not null default 100 check (burst between 1 and 200000),
    add column previous_hash       bytea       unique,
    add column previous_until      timestamptz,
    add column created_by          text        not null default 'system',
    add column created_at          timestamptz not null default now(),
    add column last_used_at        timestamptz,
    add column version             integer     not null default 0,
    add check ((previous_hash is null) = (previous_until is null));

-- Clients from before could do everything; they keep that.
update access_api_client
set requests_per_second = 5000,
    burst = 10000,
    scopes = '{decisions:write,outcomes:write,events:write,customers:read,customers:write,catalog:read,catalog:write,catalog:publish,insight:read,routing:read,telephony:write,webhooks:write,imports:write}';

comment on column access_api_client.previous_hash is 'the token before the latest rotation, good until previous_until';
comment on column access_api_client.last_used_at is 'to the minute; written behind';
