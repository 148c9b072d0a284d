-- The audit log by what was done, how it ended and from where, newest first: docs/audit.md.
create index audit_by_act on audit_entry (act, at, position);
create index audit_by_outcome on audit_entry (outcome, at, position);
create index audit_by_address on audit_entry (address, at, position);

-- Why a key was withdrawn, in the words of whoever did it.
alter table api_key add column withdrawn_reason text;

-- When keys of a file opened something last, to the minute: docs/keys.md.
create table api_key_file_use (
  name    text        primary key,
  used_at timestamptz not null
);
