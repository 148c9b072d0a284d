-- Since when an item's original is no longer kept because of its age. Its row stays, and cannot be replayed.
alter table item add column original_removed_at timestamptz;
