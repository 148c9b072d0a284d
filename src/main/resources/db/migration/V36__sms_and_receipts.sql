-- What platforms took, by their ids, so that receipts find it. A receipt may come before the answer that names its message:
-- then its row waits, without a ticket. Nobody is named.
create table sent_message (
  channel       text        not null,
  message_id    text        not null,                      -- the platform's; 'work <id>' where it gives none
  ticket_number text,                                      -- null: only the receipt is known so far
  work_id       uuid,                                      -- of due_work
  state         text        not null,                      -- sent, failed, delivered, read
  code          text,                                      -- the platform's reason of a failure
  segments      int         not null default 0,            -- text messages that it took
  sent_at       timestamptz not null,
  primary key (channel, message_id)
) with (fillfactor = 90);
create index sent_message_by_time on sent_message (sent_at);

-- Whose owners want no text messages: keyed marks of numbers.
create table sms_opt_out (
  number text        primary key,
  at     timestamptz not null
);
