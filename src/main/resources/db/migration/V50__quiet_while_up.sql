-- The silence after which a conversation is over: it is counted while the hub is up only.
alter table conversation add column quiet_time interval not null default interval '2 minutes';
-- When it was due, while it goes on because messages of its account are still to be fetched.
alter table conversation add column held_since timestamptz;
