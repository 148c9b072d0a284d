-- What systems downstream told us: how far each was read, and how its records stood.

create table news_position (
  source     text        primary key,          -- the target's name
  position   text        not null,             -- in the system's own terms
  updated_at timestamptz not null
);

-- Of systems that tell states instead of changes: what was seen already is no news.
create table news_state (
  source text not null,
  record text not null,
  state  text not null,
  primary key (source, record)
);
