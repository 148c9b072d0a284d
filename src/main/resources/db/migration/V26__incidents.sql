-- Trouble of channels, targets and the intake, from when it was told to its end.
create table incident (
  id       uuid        primary key,
  kind     text        not null,
  name     text        not null,
  problem  text        not null,
  error    text,
  remedy   text,
  began_at timestamptz not null,
  ended_at timestamptz,
  observer text        not null,       -- the node that saw it last …
  seen_at  timestamptz not null        -- … and when, by the database's clock
);
create unique index incident_once on incident (kind, name) where ended_at is null;
create index incident_by_beginning on incident (began_at desc, id desc);
