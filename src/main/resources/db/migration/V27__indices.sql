-- Fewer index entries for a complaint, and those that stay are written next to those before them. docs/database.md says
-- which query needs which index.

-- The item that opened a ticket has the ticket's number: only the others have to be found by their ticket.
drop index item_by_ticket;
create index item_by_ticket on item (ticket_number) where ticket_number <> number;

-- A channel's names for items are long, and only ever compared as a whole.
drop index item_by_source_key;
create index item_by_source_key on item using hash (source_key);

-- What comes last stands last: pages of an index that grows at its end are filled, those of one that grows at its beginning
-- are split in halves. Lists that begin with the newest read it backwards.
drop index item_by_arrival;
create index item_by_arrival on item (received_at, id);
drop index item_by_channel;
create index item_by_channel on item (channel, state, received_at);
drop index ticket_by_arrival;
create index ticket_by_arrival on ticket (received_at, number);
drop index ticket_by_category;
create index ticket_by_category on ticket (category, received_at, number);

-- Of most tickets nobody asks for the status: they are closed.
drop index ticket_by_status;
create index ticket_in_work on ticket (status, received_at, number) where status <> 'closed';

-- An event is known by its place in its ticket. Those of one arrival stand together.
alter table event drop constraint event_pkey;
alter table event add constraint event_pkey primary key using index event_by_place;
drop index event_once_per_item;
create unique index event_once_per_item on event (item_id nulls first, what, ticket_number);

-- A clock that runs counts at its due time, which ticket_clock_open has.
drop index ticket_clock_decided;
create index ticket_clock_ended on ticket_clock (least(met_at, due_at)) where ended_at is not null;

-- The ids of work are digests: by themselves they would stand anywhere in the index, and each would change a page of its own.
alter table due_work drop constraint due_work_pkey;
alter table due_work add primary key (ticket_number, id);
drop index due_work_by_ticket;

-- Without the time of the last change, a claim changes no column that an index has: the row is written anew in its page, and
-- no index is touched. For that, pages keep some room.
drop index due_work_by_recipient;
create index due_work_by_recipient on due_work (recipient) where recipient is not null;
alter table due_work set (fillfactor = 85);
alter table ticket_clock set (fillfactor = 90);

-- What waits is found by delivery_due.
drop index delivery_by_state;
create index delivery_ended on delivery (target, state, updated_at) where state <> 'waiting';
alter table delivery set (fillfactor = 85);
