-- Which node is the leader. The lease expires by this database's clock.
create table cluster_leader (
  namespace   text        primary key,
  fencing     bigint      not null default 0,             -- grows with every change of the leader
  node        uuid,                                       -- null before the first one
  name        text,                                       -- the node's, for people
  since       timestamptz,
  lease_until timestamptz not null default '-infinity'
) with (fillfactor = 50);                                 -- the row is written anew every few seconds

insert into cluster_leader (namespace) values ('hub');
