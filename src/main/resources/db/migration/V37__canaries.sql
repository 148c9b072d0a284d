-- Marked items that the hub sends to its own channels; those of the last days.
create table canary (
  id         uuid        primary key,
  channel    text        not null,
  sent_at    timestamptz not null,
  due_at     timestamptz not null,                        -- later is late
  said       text        not null,                        -- SHA-256 of all that it says
  counts     boolean     not null default true,           -- false: its channel was stopped on purpose
  arrived_at timestamptz,
  item_id    uuid,                                        -- as which it arrived
  problem    text                                         -- why it could not be sent
);
