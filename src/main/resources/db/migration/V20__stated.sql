-- What a ticket's sender stated is told from what merely stands in the text, and from what another system knew.

-- Phones of mails were all read out of their text.
update ticket set document = jsonb_set(document, '{customer,phonesInText}', document #> '{customer,phones}')
where document #>> '{channel,kind}' = 'email' and jsonb_array_length(document #> '{customer,phones}') > 0;

-- Whose name it was is not known any more where a system was asked and knew the customer: nobody is spoken to by it.
update ticket set document = jsonb_set(document, '{customer,nameFrom}',
                                       jsonb_path_query_first(document, '$.lookups[*] ? (@.state == "found").name'))
where document #>> '{customer,name}' is not null
  and jsonb_path_exists(document, '$.lookups[*] ? (@.state == "found")');
