-- Who changed what, when, from what to what. Rows are only ever added; each carries the hash of the one before it.
create sequence audit_entry_seq;

create table audit_entry (
    id            bigint      primary key,
    at            timestamptz not null,
    who           text        not null,
    what          text        not null,
    subject       text        not null,
    key           text        not null,
    before        text,
    after         text,
    previous_hash bytea       not null,
    hash          bytea       not null
);
create index audit_entry_subject on audit_entry (subject, key, id desc);

create function audit_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only';
end $$;

create trigger audit_entry_append_only
    before update or delete or truncate on audit_entry
    for each statement execute function audit_refuse_change();
