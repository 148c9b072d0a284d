-- Messages that operators discarded from queues of failures: what is left of each is who removed it, and why.
create table discarded_letter (
  queue         text        not null,
  id            text        not null,
  failed_at     timestamptz not null,
  reason        text,                                     -- why it failed; people's numbers are masked
  item_id       uuid,
  ticket_number text,
  discarded_at  timestamptz not null,
  discarded_by  text        not null,                     -- name of an API key
  why           text        not null,
  primary key (queue, id)
);
create index discarded_letter_by_time on discarded_letter (queue, discarded_at desc, id desc);

-- By what agents look tickets up: a phone without its extension, a mail address, an order's number.
create function ticket_keys(document jsonb) returns text[]
  language sql immutable parallel safe
  as $$
    select coalesce(array_agg(key), '{}') from (
      select 'phone:' || split_part(phone #>> '{}', ';ext=', 1) as key
        from jsonb_path_query(document, '$.customer.phones[*]') phone
      union all
      select 'mail:' || lower(mail #>> '{}') from jsonb_path_query(document, '$.customer.emails[*]') mail
      union all
      select 'order:' || lower(document #>> '{product,orderNo}')
    ) keys
    where key is not null
  $$;
create index ticket_by_key on ticket using gin (ticket_keys(document));
