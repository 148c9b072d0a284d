-- Sessions of the console, as Spring Session keeps them. Attributes are texts and numbers, serialised by Java.
create table console_session (
  primary_id            char(36)     not null,
  session_id            char(36)     not null,
  creation_time         bigint       not null,            -- milliseconds since 1970, as all times here
  last_access_time      bigint       not null,
  max_inactive_interval integer      not null,            -- seconds
  expiry_time           bigint       not null,
  principal_name        varchar(100),                     -- the user's id
  constraint console_session_pkey primary key (primary_id)
);
create unique index console_session_by_id on console_session (session_id);
create index console_session_by_expiry on console_session (expiry_time);
create index console_session_by_user on console_session (principal_name);

create table console_session_attributes (
  session_primary_id char(36)     not null,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  constraint console_session_attributes_pkey primary key (session_primary_id, attribute_name),
  constraint console_session_attributes_session foreign key (session_primary_id)
    references console_session (primary_id) on delete cascade
);
