-- Keys of the API that were made while the hub ran: docs/keys.md. The key itself is kept nowhere.
create table api_key (
  hash         bytea       primary key,                   -- SHA-256 of the key
  name         text        not null,
  scopes       text[]      not null,                      -- permissions and roles by their keys
  teams        text[]      not null,                      -- with categories: the tickets that they extend to; both empty: all
  categories   text[]      not null,
  expires_at   timestamptz,
  made_at      timestamptz not null,
  made_by      text        not null,
  used_at      timestamptz,                               -- to the minute
  withdrawn_at timestamptz,
  withdrawn_by text
);
create unique index api_key_in_use on api_key (name) where withdrawn_at is null;
