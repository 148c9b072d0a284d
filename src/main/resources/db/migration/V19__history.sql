-- Each event carries the hash of the one before it in its ticket, so that a change does not go unnoticed: docs/history.md.
-- The digest covers the words under a salt; without salt and words (a forgotten person's) the chain still holds.

alter table event
  add column position int,                                -- in its ticket: 0, 1, 2 …
  add column salt     bytea,                              -- null once the event is blanked
  add column digest   bytea,                              -- of salt and words
  add column hash     bytea;                              -- of the hash before it, its place, time and kind, and the digest

-- A field as bytes that no other fields can give: its length in bytes, a colon and itself; a minus for none.
create function event_field(value text) returns bytea language sql stable parallel safe as $$
  select case when value is null then '\x2d'::bytea
              else convert_to(octet_length(convert_to(value, 'UTF8')) || ':' || value, 'UTF8') end
$$;

create function event_digest(salt bytea, who text, why text, told text, item_id uuid) returns bytea
language sql stable parallel safe as $$
  select sha256(salt || event_field(who) || event_field(why) || event_field(told) || event_field(item_id::text))
$$;

-- Time counts in microseconds since 1970, which is all that a timestamptz holds.
create function event_link(ticket_number text, place int, at timestamptz, what text, digest bytea) returns bytea
language sql stable parallel safe as $$
  select event_field(ticket_number) || event_field(place::text)
      || event_field(trunc(extract(epoch from at) * 1000000)::bigint::text) || event_field(what) || digest
$$;

create function event_next_hash(before bytea, link bytea) returns bytea language sql stable parallel safe as $$
  select sha256(before || link)
$$;

-- What is there already is sealed as it stands.
create aggregate event_chain(bytea) (sfunc = event_next_hash, stype = bytea, initcond = '');

update event set position = sealed.place, salt = sealed.salt, digest = sealed.digest, hash = sealed.hash
from (
  select id, place, salt, digest,
         event_chain(event_link(ticket_number, place, at, what, digest))
           over (partition by ticket_number order by place rows unbounded preceding) as hash
  from (
    select id, ticket_number, place, at, what, salt, event_digest(salt, who, why, told, item_id) as digest
    from (
      select id, ticket_number, at, who, what, why, told, item_id, uuid_send(gen_random_uuid()) as salt,
             (row_number() over (partition by ticket_number order by id) - 1)::int as place
      from event offset 0) salted offset 0) digested) sealed
where event.id = sealed.id;

drop aggregate event_chain(bytea);
drop function event_next_hash(bytea, bytea);

alter table event
  alter column position set not null,
  alter column digest set not null,
  alter column hash set not null;
drop index event_by_ticket;
create unique index event_by_place on event (ticket_number, position);

-- Seals what comes without a seal. One transaction at a time adds to a ticket: the lock is compatible with those that
-- rows which refer to the ticket take, so that nobody who holds such a one has to wait for it.
create function seal_event() returns trigger language plpgsql as $$
declare
  last_position int;
  last_hash     bytea;
begin
  perform 1 from ticket where number = new.ticket_number for no key update;
  select position, hash into last_position, last_hash from event
    where ticket_number = new.ticket_number order by position desc limit 1;
  new.position := coalesce(last_position + 1, 0);
  new.salt := uuid_send(gen_random_uuid());
  new.digest := event_digest(new.salt, new.who, new.why, new.told, new.item_id);
  new.hash := sha256(coalesce(last_hash, ''::bytea)
      || event_link(new.ticket_number, new.position, new.at, new.what, new.digest));
  return new;
end
$$;
create trigger event_sealed before insert on event for each row when (new.hash is null) execute function seal_event();

-- A signed statement of where all histories stood, once a day.
create table history_head (
  day         date  primary key,                          -- UTC, the last day that it covers whole
  text        text  not null,                             -- what is signed
  signature   bytea not null                              -- Ed25519
);

-- The histories that grew since the head before: their last event.
create table history_leaf (
  day           date  not null references history_head (day),
  ticket_number text  not null,
  position      int   not null,
  hash          bytea not null,
  primary key (ticket_number, day)
);
create index history_leaf_by_day on history_leaf (day, ticket_number collate "C");

-- Tickets that were deleted with their history, as retention asks for.
create table history_removal (
  ticket_number text        primary key,
  removed_at    timestamptz not null,
  why           text        not null
);
