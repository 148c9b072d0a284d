-- The faults that devices report: one row from the first report of a fault until it is over. Marks stand for devices and faults.
create table device_fault (
  id            bigint      primary key generated always as identity,
  device        text        not null,                  -- mark of channel and device
  fault         text        not null,                  -- mark of channel, device and fault
  ticket_number text        references ticket (number), -- null where its end came before its beginning
  joined        boolean     not null,                  -- added to a ticket of another fault of the device
  state         text        not null,                  -- raised, cleared
  said_at       timestamptz not null,                  -- by the device's clock
  opened_at     timestamptz not null,
  changed_at    timestamptz not null,                  -- when the hub heard last that it came or went
  told_at       timestamptz not null,                  -- when the ticket's history heard of it last
  reports       integer     not null,
  changes       integer     not null
) with (fillfactor = 80);
create index device_fault_by_fault on device_fault (fault, id);
create index device_fault_by_device on device_fault (device, opened_at);
