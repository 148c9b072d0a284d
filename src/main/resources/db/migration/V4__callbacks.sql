-- Calls to customers: planned for a slot, given out, tried again, ended. The phone number stays in the ticket alone.

create table callback (
  id            uuid        primary key,
  ticket_number text        not null references ticket (number),
  state         text        not null,            -- planned, due (given out, its outcome is waited for), done, cancelled
  reason        text        not null,
  wished        boolean     not null,            -- the customer chose the time of this attempt
  attempt       int         not null,            -- 1, and one more for every further call
  misses        int         not null default 0,  -- attempts that nobody answered
  slot_from     timestamptz not null,            -- of this attempt
  slot_until    timestamptz not null,
  attempt_since timestamptz not null,            -- when this attempt was planned
  result        text,                            -- why it ended: an outcome, or what became of the ticket
  created_at    timestamptz not null,
  updated_at    timestamptz not null
);
-- Nobody is called twice about the same matter: one open callback for a ticket.
create unique index callback_open on callback (ticket_number) where state in ('planned', 'due');
create index callback_by_ticket on callback (ticket_number);
create index callback_by_slot on callback (slot_from desc, id desc);
create index callback_open_by_slot on callback (slot_from) where state in ('planned', 'due');

-- Who asked for which: the same request again asks for nothing.
create table callback_request (
  ticket_number text        not null references ticket (number),
  key           text        not null,
  requested_at  timestamptz not null,
  primary key (ticket_number, key)
);

-- Places in a slot. The key is what keeps two nodes from filling a slot beyond its capacity.
create table callback_place (
  slot_from   timestamptz not null,
  place       int         not null,
  callback_id uuid        not null references callback (id) deferrable initially deferred,
  primary key (slot_from, place)
);
create index callback_place_by_callback on callback_place (callback_id);

-- A list file for a dialler. Its callbacks are chosen once; it is written until it is whole.
create table call_list (
  id           uuid        primary key,
  layout       text        not null,
  name         text        not null,             -- of the file
  created_at   timestamptz not null,
  leased_until timestamptz,
  written_at   timestamptz
);
create index call_list_unwritten on call_list (created_at) where written_at is null;

-- One row a call.
create table callback_attempt (
  callback_id uuid        not null references callback (id),
  attempt     int         not null,
  slot_from   timestamptz not null,
  slot_until  timestamptz not null,
  sent_at     timestamptz,                       -- to queue callbacks.due
  pooled_at   timestamptz,                       -- there again, for anybody
  list_id     uuid        references call_list (id),
  outcome     text,
  outcome_at  timestamptz,
  outcome_by  text,
  primary key (callback_id, attempt)
);
create index callback_attempt_unlisted on callback_attempt (slot_from) where list_id is null and outcome is null;
create index callback_attempt_by_list on callback_attempt (list_id) where list_id is not null;

-- One row a report of a call, by its reporter's id.
create table callback_outcome (
  id           text        primary key,
  callback_id  uuid        not null references callback (id),
  attempt      int,
  outcome      text        not null,
  happened_at  timestamptz not null,
  arrived_at   timestamptz not null,
  by_whom      text,
  note         text,
  call_again_at timestamptz,
  applied      boolean     not null               -- false: it came too late to change anything
);
create index callback_outcome_by_callback on callback_outcome (callback_id, arrived_at);
