-- Who gets events by webhook, and what each is sent: docs/events.md.
create table event_subscription (
  id               uuid        primary key,
  name             text        not null unique,
  url              text        not null,
  types            text[]      not null,
  categories       text[]      not null,               -- of tickets; empty: all
  secret           bytea       not null,               -- encrypted by the hub's own key
  old_secret       bytea,                              -- signs beside the new one …
  old_secret_until timestamptz,                        -- … until then
  made_at          timestamptz not null,
  made_by          text        not null,
  disabled_at      timestamptz,
  disabled_why     text,                               -- why the hub did it; null where a person did
  check ((old_secret is null) = (old_secret_until is null))
);

-- A row for each event and subscription, written in the transaction of what happened.
create table event_delivery (
  event_id        uuid        not null,                -- made of the cause: written again, it stays as it is
  subscription_id uuid        not null references event_subscription (id) on delete cascade,
  type            text        not null,
  occurred_at     timestamptz not null,
  subject         text        not null,                -- a ticket's number, a channel's or a target's name
  category        text,
  priority        text,
  status          text,
  state           text        not null default 'waiting', -- waiting, delivered, failed
  due_at          timestamptz not null,                -- by the hub's clock
  leased_until    timestamptz,                         -- by the database's, which all nodes share
  token           uuid,                                -- of the order that was given last
  attempts        int         not null default 0,      -- since it was planned or replayed
  answer          text,                                -- the last: a status, or what went wrong
  updated_at      timestamptz not null,
  primary key (event_id, subscription_id)
);
create index event_delivery_due on event_delivery (subscription_id, due_at) where state = 'waiting';
create index event_delivery_latest on event_delivery (subscription_id, updated_at desc);
