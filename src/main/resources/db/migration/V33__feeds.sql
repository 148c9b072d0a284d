-- How far the feed of each channel was read.
create table feed_position (
  channel    text        primary key,
  start_from text        not null,                        -- parameter of the channel; a new one begins anew
  start_at   timestamptz not null,                        -- items that were changed before it are never taken
  since_at   timestamptz not null,                        -- all that was changed before it was read
  newest_at  timestamptz not null,                        -- the latest change on the pages that were read since
  cursor     text        not null default '',             -- where the next page begins
  pages      bigint      not null default 0,              -- read since the first one
  mark       text        not null default '',             -- a cursor that came before, to notice circles
  updated_at timestamptz not null
);

-- What of a feed was handed off: a window is read again each time, since feeds show some items late.
create table feed_item (
  channel text        not null,
  item    uuid        not null,                           -- the arrival's id, made of the item's name and edition
  seen_at timestamptz not null,                           -- renewed once a day; forgotten after a month
  primary key (channel, item)
);
