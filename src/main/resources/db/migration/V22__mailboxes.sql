-- What the hub remembers of the mails of its mailboxes, for all nodes: a server may refuse or forget its marks.
create table mailbox (
  id       bigint generated always as identity primary key,
  channel  text   not null,
  account  text   not null,                               -- 'user at host'
  folder   text   not null,
  validity bigint not null,                               -- UIDVALIDITY; 0 for POP3
  highest  bigint not null default 0,                     -- the highest UID that was seen; 0 for POP3
  unique (channel, account, folder)
);

create table mailbox_mail (
  mailbox    bigint      not null references mailbox (id),
  uid        text        not null,                        -- UID, or UIDL for POP3
  state      text        not null,                        -- taken, settled (marked, too), failed, set-aside
  keep       boolean     not null default false,          -- must not be deleted: the hub has not taken all of it
  tries      int         not null default 0,              -- how often it could not be fetched
  next_try   timestamptz,
  why        text,                                        -- what went wrong
  item_id    uuid,                                        -- the ledger's item, once it was set aside
  number     text,                                        -- and its number
  updated_at timestamptz not null,
  primary key (mailbox, uid)
);
create index mailbox_mail_open on mailbox_mail (mailbox, state, next_try) where state <> 'settled';
create index mailbox_mail_item on mailbox_mail (item_id) where item_id is not null;
