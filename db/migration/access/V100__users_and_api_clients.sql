-- People and programs that may come in.
create table access_user (
    id            uuid        primary key,
    username      text        not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
    password_hash text        not null,
    display_name  text        not null,
    role          text        not null check (role in ('agent', 'supervisor', 'admin')),
    team          text,
    language      text        check (language in ('en', 'fr')),
    scheme        text        check (scheme in ('light', 'dark')),
    enabled       boolean     not null default true,
    demo          boolean     not null default false,
    version       integer     not null default 0
);

create table access_api_client (
    id         uuid    primary key,
    name       text    not null unique,
    token_hash bytea   not null unique,
    enabled    boolean not null default true
);
comment on column access_user.demo is 'made for a demonstration: never exists when demo is off';
comment on column access_api_client.token_hash is 'SHA-256 of the bearer token; the token itself is never kept';
