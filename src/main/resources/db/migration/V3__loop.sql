-- What happens to a ticket after it was opened, until it is closed.

alter table ticket
  add column level             int not null default 0,    -- escalation level: 0 is the desk
  add column round             int not null default 1,    -- 1, and one more at each reopening
  add column remedy            text,
  add column status_since      timestamptz,               -- when the last change of status happened
  add column first_response_at timestamptz,
  add column solved_at         timestamptz,               -- of the current round
  add column closed_at         timestamptz;
update ticket set status_since = received_at;
alter table ticket alter column status_since set not null;
create index ticket_by_status on ticket (status, status_since);

-- What an event says to the customer, where it says anything.
alter table event add column told text;

-- One row an update that came in, by any way. The id is its sender's.
create table ticket_update (
  ticket_number text        not null references ticket (number),
  id            text        not null,
  kind          text        not null,
  happened_at   timestamptz not null,                     -- by the sender's clock, never after its arrival
  arrived_at    timestamptz not null,
  outcome       text        not null,                     -- applied, late, refused
  reason        text,                                     -- why it was not applied
  body          jsonb       not null,
  primary key (ticket_number, id)
);

-- One row a promise to a customer: by when, kept when.
create table ticket_clock (
  ticket_number text        not null references ticket (number),
  clock         text        not null,                     -- first-response, resolution
  round         int         not null,
  policy        text        not null,
  priority      text        not null,
  started_at    timestamptz not null,
  due_at        timestamptz,                              -- null while it is paused
  met_at        timestamptz,
  ended_at      timestamptz,                              -- met, or no longer owed
  reached       int         not null default 0,           -- the last mark: a percentage; 100 is the breach, above it 100 + level
  primary key (ticket_number, clock, round)
);
create index ticket_clock_open on ticket_clock (due_at) where ended_at is null;

-- When the customer was waited for.
create table ticket_pause (
  ticket_number text        not null references ticket (number),
  from_at       timestamptz not null,
  until_at      timestamptz,
  reason        text        not null,
  primary key (ticket_number, from_at)
);

-- Due work does more than acknowledge now. The lease is by the database's clock, which all nodes share.
alter table due_work
  add column argument     text not null default '',
  add column leased_until timestamptz,
  add column token        uuid,                           -- of the order that did it: only that one may send its messages again
  add column result       jsonb;                          -- those messages
drop index due_work_by_time;
create index due_work_by_time on due_work (due_at, id) where state = 'due';
