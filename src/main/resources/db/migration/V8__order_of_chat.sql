-- Messages of one second stand in the order of their hand-off, which their item's id (UUID version 7) keeps. The order in which
-- rows were written does not: several arrivals are worked on at once.
drop index conversation_message_by_time;
alter table conversation_message drop column arrival;
create index conversation_message_by_time on conversation_message (conversation_id, sent_at, item_id);
