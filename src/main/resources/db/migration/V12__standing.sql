-- Status links end some time after closing, are withdrawn, and are replaced by links of a later generation.
alter table ticket
  add column status_link_generation   int not null default 0,
  add column status_link_withdrawn_at timestamptz,
  add column status_link_since        timestamptz;                -- when links of this generation were made; null for the first

-- The number that the customer gave for this call alone; null when the ticket's own is called.
alter table callback add column phone text;
