-- Figures are counted from what the ledger has anyway; this makes the counting quick, and remembers which rises were told.

-- The product's name as it is counted: small letters, full and half width alike, one blank between words.
alter table ticket add column product text generated always as (
  nullif(left(btrim(lower(regexp_replace(
    normalize(document #>> '{product,name}', NFKC), '[[:space:][:cntrl:]]+', ' ', 'g'))), 100), '')) stored;

-- By the times at which facts count.
create index ticket_clock_decided on ticket_clock (least(met_at, due_at));
create index ticket_update_solved on ticket_update (happened_at) where kind = 'solved' and outcome = 'applied';
create index ticket_by_response   on ticket (first_response_at) where first_response_at is not null;
create index ticket_by_remedy     on ticket (solved_at) where solved_at is not null;
create index survey_by_answer     on survey (answered_at) where answered_at is not null;
create index callback_by_end      on callback (updated_at) where state = 'done';

-- One row a rise. It ends when the complaints are as few as usual again, or have become usual.
create table rise_alarm (
  id       uuid        primary key,
  kind     text        not null,            -- category, product
  name     text        not null,
  began_at timestamptz not null,
  ended_at timestamptz,
  count    bigint      not null,            -- in the seven days before it began
  expected double precision not null
);
create unique index rise_alarm_open on rise_alarm (kind, name) where ended_at is null;
create index rise_alarm_by_time on rise_alarm (began_at);
