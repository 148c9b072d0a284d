-- Persons are forgotten: what is blanked stays as a counted fact, and says since when.

alter table item   add column forgotten_at timestamptz;
alter table ticket add column forgotten_at timestamptz;

-- One row a person that is to be forgotten, until it is proved to be done. What is looked for is kept sealed with the hub's
-- key, and only as long as the work lasts; who was forgotten is known afterwards by a keyed hash alone.
create table forgetting (
  id           uuid        primary key,
  person       text        not null,            -- keyed hash of the value that was named
  requested_at timestamptz not null,
  requested_by text        not null,            -- name of an API key
  tickets      int         not null,
  items        int         not null,
  state        text        not null,            -- blanking, queues, files, rewriting, searching, done
  work         bytea,                           -- sealed; null once it is done
  finished_at  timestamptz,
  left_over    text                             -- where traces were found at the end; null when nowhere
);
create index forgetting_open on forgetting (requested_at) where state <> 'done';

-- Tickets of which nothing may be removed, and why.
create table legal_hold (
  ticket_number text        primary key references ticket (number),
  reason        text        not null,
  placed_at     timestamptz not null,
  placed_by     text        not null
);
