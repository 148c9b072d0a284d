-- The silence after which a conversation is over: it is counted while the hub is up only.
alter table conversation add column quiet_time interval not null default interval '2 minutes';
