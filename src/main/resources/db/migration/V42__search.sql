-- The words by which the search box finds tickets. They are written a moment after the ticket, so that no arrival waits for
-- the index; docs/search.md says what stands here. All of it can be made again from the tickets.
create table ticket_search (
  ticket_number text        primary key,
  received_at   timestamptz not null,
  words         tsvector    not null
);
-- No statistics: the planner's would hold words of customers, and the search says itself how it is to be done.
alter table ticket_search alter column words set statistics 0;
create index ticket_search_by_arrival on ticket_search (received_at, ticket_number);
create index ticket_search_by_word on ticket_search using gin (words);

-- Tickets whose words are still to be written.
create table search_pending (
  ticket_number text primary key
);

-- A ticket that is new, or whose document changed, is written soon; what stood in the index goes at once. Whoever changes a
-- document holds the row of search_pending until the commit, and so does whoever writes the words: none reads what the
-- other is about to remove.
create function search_again() returns trigger language plpgsql as $$
begin
  insert into search_pending (ticket_number) values (new.number)
    on conflict (ticket_number) do update set ticket_number = excluded.ticket_number;
  if tg_op = 'UPDATE' then
    delete from ticket_search where ticket_number = new.number;
  end if;
  return null;
end
$$;
create trigger ticket_opened_to_search after insert on ticket for each row execute function search_again();
create trigger ticket_changed_to_search after update of document on ticket for each row
  when (old.document is distinct from new.document) execute function search_again();

insert into search_pending (ticket_number) select number from ticket where forgotten_at is null;
