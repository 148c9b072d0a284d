-- The ticket ledger: what came in, what became of it, what is due.

-- Ticket numbers are dealt in blocks, so that a hand-off needs no database (see TicketNumbers).
create sequence ticket_number_block;

-- All nodes must deal numbers with the same key; the fingerprint tells a node that has another one.
create table hub_key (
  purpose     text primary key,
  fingerprint text not null
);

-- One row an arrival. The original stays for ever, or until its customer is forgotten.
create table item (
  id            uuid        primary key,
  number        text        not null,          -- the number told to the sender
  channel       text        not null,
  format        text        not null,
  received_at   timestamptz not null,
  source_key    text,                          -- what the channel calls it; null when nothing could be read
  state         text        not null,
  reason        text        not null,
  ticket_number text,                          -- the ticket that it opened, repeats or follows
  attributes    jsonb       not null,
  original      bytea,                         -- small originals …
  original_ref  text,                          -- … and the claim check of big ones
  original_size bigint      not null,
  updated_at    timestamptz not null
);
create index item_by_number     on item (number);
create index item_by_ticket     on item (ticket_number);
create index item_by_source_key on item (source_key);
create index item_by_arrival    on item (received_at desc, id desc);
create index item_by_channel    on item (channel, state, received_at desc);

-- The Idempotent Receiver: the first item under a channel's own name for it.
create table source_key (
  channel text not null,
  key     text not null,
  item_id uuid not null,
  primary key (channel, key)
);

create table ticket (
  number             text        primary key,
  item_id            uuid        not null unique,
  received_at        timestamptz not null,
  channel            text        not null,
  kind               text        not null,
  category           text        not null,
  priority           text        not null,
  status             text        not null,
  review             boolean     not null,
  owner              text        not null,
  first_response_due timestamptz not null,
  resolution_due     timestamptz not null,
  document           jsonb       not null,     -- the canonical ticket but its history, which is in event
  updated_at         timestamptz not null
);
create index ticket_by_arrival  on ticket (received_at desc, number desc);
create index ticket_by_category on ticket (category, received_at desc);

-- A ticket's history. Rows are only ever added.
create table event (
  id            bigint generated always as identity primary key,
  ticket_number text        not null references ticket (number),
  at            timestamptz not null,
  who           text        not null,
  what          text        not null,
  why           text,
  item_id       uuid                           -- the arrival that caused it, where one did
);
create index event_by_ticket on event (ticket_number, id);
create unique index event_once_per_item on event (ticket_number, what, item_id);

-- Other names of a ticket that later arrivals refer to: Message-IDs.
create table alias (
  alias         text primary key,
  ticket_number text not null
);

-- Numbers promised under an idempotency key, before the item is in the ledger.
create table promise (
  channel     text        not null,
  key         text        not null,
  body_sha256 text        not null,
  number      text        not null,
  promised_at timestamptz not null,
  primary key (channel, key)
);

-- Work to be done at a time: claimed with a lease, retried, done once.
create table due_work (
  id            uuid        primary key,
  kind          text        not null,
  ticket_number text        not null,
  recipient     text,                                  -- SHA-256 of whom it was sent to, to count by
  state         text        not null default 'due',   -- due, done, skipped, failed
  due_at        timestamptz not null,
  attempts      int         not null default 0,
  note          text,                                  -- the last error, or why it was skipped
  updated_at    timestamptz not null
);
create index due_work_by_time   on due_work (kind, due_at) where state = 'due';
create index due_work_by_recipient on due_work (recipient, updated_at) where recipient is not null;
create index due_work_by_ticket on due_work (ticket_number);
