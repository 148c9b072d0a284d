-- The refresh tokens that providers of mailboxes gave in place of earlier ones, encrypted by the hub's key.
create table oauth_refresh_token (
  login   text        primary key,                        -- prefix of the settings, and a mark of the token that they have
  token   bytea       not null,
  kept_at timestamptz not null
);
