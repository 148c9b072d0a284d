-- Chat messages that wait until their customer is done (the Aggregator's store).

-- One row a conversation. It takes messages until it is sealed, which its first claim does; what comes later opens another.
create table conversation (
  id            uuid        primary key,        -- also the id of the item that the whole conversation becomes
  channel       text        not null,
  key           text        not null,           -- whose messages belong together, as the channel calls it
  opened_at     timestamptz not null,
  due_at        timestamptz not null,           -- when it counts as finished
  messages      int         not null default 0,
  sealed_at     timestamptz,
  leased_until  timestamptz,                    -- whoever claimed it hands it off by then, or another one does
  handed_off_at timestamptz,
  ticket_number text
);
create unique index conversation_open on conversation (channel, key) where sealed_at is null;
create index conversation_by_time     on conversation (due_at) where handed_off_at is null;

-- Its messages. The content goes when the ticket is there: the conversation's item has it all as its original.
create table conversation_message (
  item_id         uuid        primary key,
  conversation_id uuid        not null references conversation (id),
  channel         text        not null,
  source_key      text        not null,
  sent_at         timestamptz not null,         -- by the platform's clock
  arrival         bigint      generated always as identity,
  message         bytea,                        -- JSON
  unique (channel, source_key)
);
create index conversation_message_by_time on conversation_message (conversation_id, sent_at, arrival);
