-- Who signs in by an OpenID provider: whom it says that they are. Null for users with a password.
alter table hub_user
  add column provider text,
  add column issuer   text,
  add column subject  text;
create unique index hub_user_by_subject on hub_user (issuer, subject);
