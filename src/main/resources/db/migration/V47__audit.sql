-- Who signed in, read personal data, exported or acted: docs/audit.md. Each entry carries the hash of the one before it.
create table audit_entry (
  position   bigint      primary key,                     -- 0, 1, 2 … without gaps
  at         timestamptz not null,
  actor_kind text        not null,
  actor      text        not null,                        -- login, name of a key; empty: nobody knows
  address    text        not null,
  act        text        not null,                        -- a permission, or sign-in, wrong-key …
  operation  text,                                        -- of the API
  targets    text[]      not null,                        -- ticket:<number>, id:<id>, person#<keyed mark> …
  outcome    text        not null,
  shown      bigint,                                      -- rows that were shown, or how often
  request    uuid,                                        -- the same in all entries of a request
  note       text,
  hash       bytea       not null
);
create index audit_by_time on audit_entry (at, position);
create index audit_by_actor on audit_entry (actor, at, position);
create index audit_by_target on audit_entry using gin (targets);

-- Where the chain ends: whoever writes takes this row first, so that nodes write one after the other.
create table audit_chain (
  one      boolean primary key default true check (one),
  position bigint  not null,
  hash     bytea   not null
);
insert into audit_chain (position, hash) values (-1, '');

-- The audit log is one more leaf of each head, and may be longer than a ticket's history.
alter table history_leaf alter column position type bigint;
