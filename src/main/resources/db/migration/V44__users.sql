-- People who sign in to the console.
create table hub_user (
  id              uuid        primary key,
  login           text        not null unique,
  display_name    text        not null,
  mail            text,
  roles           text[]      not null,
  teams           text[]      not null,                   -- with categories empty, too: all tickets
  categories      text[]      not null,
  language        text,
  password_hash   text,
  password_set_at timestamptz not null,
  must_change     boolean     not null,                   -- somebody else made the password
  totp_secret     bytea,                                  -- encrypted by the hub's own key
  totp_confirmed  boolean     not null,                   -- false: no code was right yet, and none is asked for
  totp_step       bigint,                                 -- the last time step that was taken: each counts once
  recovery_codes  text[]      not null,                   -- SHA-256 of those that were not used
  disabled        boolean     not null,
  session_epoch   integer     not null,                   -- sessions of another number have ended
  created_at      timestamptz not null,
  last_sign_in    timestamptz
);

-- Wrong tries to sign in, for all nodes; whose, is a keyed digest.
create table sign_in_try (
  subject       text        primary key,
  failures      integer     not null,
  last_at       timestamptz not null,
  blocked_until timestamptz,
  succeeded_at  timestamptz
);
create index sign_in_try_by_time on sign_in_try (last_at);
