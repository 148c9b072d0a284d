-- The newest change that the look before this one saw: items that move while numbered pages are read are found by the next look.
alter table feed_position add column passed_at timestamptz not null default 'epoch';
