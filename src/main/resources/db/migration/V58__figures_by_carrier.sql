-- Who carried the goods, where a lookup keeps a fact `carrier`: counted as a product's name is. Tickets that are there already
-- get theirs from their documents.
alter table ticket add column carrier text generated always as (
  nullif(left(btrim(lower(regexp_replace(
    normalize(jsonb_path_query_first(document, '$.lookups[*].facts.carrier') #>> '{}', NFKC),
    '[[:space:][:cntrl:]]+', ' ', 'g'))), 100), '')) stored;
