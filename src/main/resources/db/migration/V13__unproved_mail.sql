-- Mails that senders have caused whom nothing proved, to be counted by: nobody can read an address from a mark.
create table unproved_mail (
  id        uuid        primary key,              -- the due work, so that a mail that is tried again counts once
  at        timestamptz not null,
  recipient text        not null,                 -- mark of the mailbox
  domain    text        not null,                 -- mark of the domain that it belongs to
  source    text                                  -- mark of the address that the arrival came from, where one is known
);
create index unproved_mail_by_time      on unproved_mail (at);
create index unproved_mail_by_recipient on unproved_mail (recipient, at);
create index unproved_mail_by_domain    on unproved_mail (domain, at);
create index unproved_mail_by_source    on unproved_mail (source, at) where source is not null;
