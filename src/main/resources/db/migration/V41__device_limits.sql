-- How many devices a channel hears of for the first time, and when a device said last that a fault was over that was not there.
alter table device_fault
  add column channel text not null default '',
  add column new_device boolean not null default false,   -- the first row of its device
  add column cleared_at timestamptz;                      -- by the device's clock; a report that it was there may still come
create index device_fault_new on device_fault (channel, opened_at) where new_device;
