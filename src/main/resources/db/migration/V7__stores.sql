-- Complaints may name their store. It is counted as a product's name is: small letters, full and half width alike, one blank
-- between words. Tickets that are there already get theirs from their documents.
alter table ticket add column store text generated always as (
  nullif(left(btrim(lower(regexp_replace(
    normalize(document #>> '{product,store}', NFKC), '[[:space:][:cntrl:]]+', ' ', 'g'))), 100), '')) stored;
