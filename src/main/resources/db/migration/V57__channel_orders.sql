-- What operators asked of channels: it holds on every node, and after a restart.
create table channel_order (
  channel       text        primary key,
  paused_by     text,                                     -- null unless it is paused
  paused_at     timestamptz,
  poll_asked_at timestamptz,                              -- the node that polls it looks at once
  check ((paused_by is null) = (paused_at is null))
);
