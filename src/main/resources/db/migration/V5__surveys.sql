-- Surveys, and who is not to get one.

-- One row a survey, or a decision to send none: one for each ticket and round.
create table survey (
  id            uuid        primary key,
  ticket_number text        not null references ticket (number),
  round         int         not null,
  state         text        not null,          -- sent, not-sent, answered, withdrawn
  way           text        not null,          -- message, queue; or why it was not sent
  decided_at    timestamptz not null,
  expires_at    timestamptz not null,          -- of the link
  reminded_at   timestamptz,
  answered_at   timestamptz,
  answered_by   text,                          -- customer, or the name of an API key
  csat          int check (csat between 1 and 5),
  nps           int check (nps between 0 and 10),
  solved        boolean,
  comment       text,
  unique (ticket_number, round)
);
create index survey_by_time on survey (decided_at desc, id desc);

-- Persons are known by keyed hashes of each of their addresses.
create table survey_person (
  hash        text        primary key,
  surveyed_at timestamptz not null             -- the last survey
);
create table survey_opt_out (
  hash text        primary key,
  at   timestamptz not null
);
