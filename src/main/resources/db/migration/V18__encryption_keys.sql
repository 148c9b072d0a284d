-- Keys that something was encrypted with (redress.encryption.key-file): a hub without one of them does not start.
create table encryption_key (
  id          text        primary key,
  fingerprint text        not null,
  first_used  timestamptz not null
);
