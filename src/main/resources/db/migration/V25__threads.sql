-- A mail has one name over all mailboxes that it reaches: its first item holds it.
insert into source_key (channel, key, item_id)
select distinct on (key) 'format:email', key, item_id
from source_key join item on item.id = item_id
where item.format = 'email'
order by key, item.received_at, item.id
on conflict do nothing;

delete from source_key using item
where item.id = source_key.item_id and item.format = 'email' and source_key.channel <> 'format:email';

-- Arrivals that name a ticket which is still on its way.
create table waiting_arrival (
  item_id       uuid        primary key,
  number        text        not null,       -- the ticket's
  names         text[]      not null,       -- by which other arrivals refer to this one
  until         timestamptz not null,       -- then it is judged without that ticket
  handed_off_at timestamptz                 -- when it was claimed to be judged again
);
