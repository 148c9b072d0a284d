-- Which event says that words before it were blanked, why, and how many events of its ticket were blank then, proved by the
-- hub's key, which is not in the database: words that are gone without such a row were erased by somebody else.
create table event_blanking (
  ticket_number text not null,
  position      int  not null,                            -- of the event that says so
  cause         text not null,                            -- 'forgetting <id>', 'retention', 'before the upgrade'
  blanked       int  not null,
  proof         text,                                     -- null until the first start after the upgrade
  primary key (ticket_number, position)
);

insert into event_blanking (ticket_number, position, cause, blanked)
select ticket_number, position, 'before the upgrade',
       (select count(*) from event one
        where one.ticket_number = said.ticket_number and one.position < said.position and one.salt is null)
from event said
where what = 'forgotten' and salt is not null;

-- Nothing deletes a ticket with its history; nothing ever wrote here.
drop table history_removal;
