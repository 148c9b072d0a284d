-- What the channel proved about who opened a ticket: proved, unproved, failed.
alter table ticket add column sender_proof text not null default 'unproved';
