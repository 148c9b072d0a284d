-- What systems downstream are told of tickets: a row each thing, written in the transaction of its cause.

create table delivery (
  id            uuid        primary key,                  -- made of target and cause: planned again, it stays as it is
  seq           bigint      generated always as identity, -- the order in which one ticket's are delivered
  target        text        not null,                     -- file of routes/delivery
  ticket_number text        not null references ticket (number),
  kind          text        not null,                     -- ticket, follow-up, update
  text          text,                                     -- what the customer wrote, what was noted
  status        text,                                     -- that an update brought
  state         text        not null default 'waiting',   -- waiting, delivered, refused, cancelled
  due_at        timestamptz not null,                     -- by the hub's clock
  leased_until  timestamptz,                              -- by the database's, which all nodes share
  token         uuid,                                     -- of the order that was given last
  attempts      int         not null default 0,           -- ever
  failures      int         not null default 0,           -- since it was planned or replayed
  note          text,                                     -- the last answer
  planned_at    timestamptz not null,
  updated_at    timestamptz not null
);
create index delivery_due on delivery (target, due_at, seq) where state = 'waiting';
create index delivery_of_ticket on delivery (ticket_number, target, seq);
create index delivery_by_state on delivery (target, state, updated_at);

-- What a target calls our ticket: how its news are recognised.
create table delivery_record (
  target        text        not null,
  ticket_number text        not null references ticket (number),
  record_id     text        not null,
  primary key (target, ticket_number),
  unique (target, record_id)
);

-- What people and targets themselves said about a target.
create table delivery_target (
  name          text        primary key,
  paused        boolean     not null default false,
  paused_by     text,
  paused_at     timestamptz,
  not_before    timestamptz                               -- the target asked for this pause
);
