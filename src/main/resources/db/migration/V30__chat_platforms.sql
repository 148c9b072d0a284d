-- How far messages were fetched that a platform keeps until it is asked: one row for each of the shop's accounts.
create table chat_pull (
  channel      text        not null,
  account      text        not null,                       -- empty where the channel has one
  platform     text        not null,
  cursor       text        not null default '',            -- where the next page begins
  permit       text        not null,                       -- of the last notice
  quiet_time   text        not null,
  wanted_at    timestamptz not null,                       -- when the last notice came
  pulled_at    timestamptz,                                -- the notice up to which all was fetched
  open         boolean     not null default false,         -- there was another page, or the last try failed
  tries        int         not null default 0,             -- failures on end
  leased_until timestamptz,
  primary key (channel, account)
);

-- When a customer wrote last: some platforms take messages only for a while after that. Nobody is named: marks of handles.
create table chat_contact (
  contact  text        primary key,                        -- SHA-256 of the handle
  platform text        not null,
  heard_at timestamptz not null
) with (fillfactor = 90);
create index chat_contact_by_time on chat_contact (heard_at);
