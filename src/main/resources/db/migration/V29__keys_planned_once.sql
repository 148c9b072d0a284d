-- PostgreSQL plans the body of an SQL function anew for each statement that calls it, which was most of the cost of a ticket's
-- insert; that of a PL/pgSQL function it plans once for each connection. The keys are the same, so the index stays as it is.
create or replace function ticket_keys(document jsonb) returns text[]
  language plpgsql immutable parallel safe
  as $$
  begin
    return (
      select coalesce(array_agg(key), '{}') from (
        select 'phone:' || split_part(phone #>> '{}', ';ext=', 1) as key
          from jsonb_path_query(document, '$.customer.phones[*]') phone
        union all
        select 'mail:' || lower(mail #>> '{}') from jsonb_path_query(document, '$.customer.emails[*]') mail
        union all
        select 'order:' || lower(document #>> '{product,orderNo}')
      ) keys
      where key is not null
    );
  end
  $$;
