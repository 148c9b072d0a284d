-- Who carried the goods, where a lookup keeps a fact `carrier`: counted as a product's name is. Tickets that are there already
-- get theirs from their documents.
alter table ticket add column carrier text generated always as (
  nullif(left(btrim(lower(regexp_replace(
    normalize(jsonb_path_query_first(document, '$.lookups[*].facts.carrier') #>> '{}', NFKC),
    '[[:space:][:cntrl:]]+', ' ', 'g'))), 100), '')) stored;

-- What makes a solution not the first contact: few rows of big tables, found by their ticket.
create index ticket_update_first on ticket_update (ticket_number, happened_at, id) where kind = 'solved' and outcome = 'applied';
create index ticket_update_asked on ticket_update (ticket_number, happened_at)
  where kind = 'awaiting-customer' and outcome = 'applied';
create index event_follow_up on event (ticket_number, at) where what = 'follow-up';
