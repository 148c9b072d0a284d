package io.redress.ledger.ticket;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.ledger.PostgresValues;
import io.redress.ledger.StoredJson;
import io.redress.mapping.PhoneNumbers;
import io.redress.status.AppCustomer;
import io.redress.status.OwnTickets;
import io.redress.ticket.Customer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A customer's tickets, by the index {@code ticket_by_key} and then by what the ticket says of its customer. */
public final class SqlOwnTickets implements OwnTickets {

    private static final int MOST = 100;
    /** App and hub write numbers with the country code; a number without one is nobody's. */
    private static final PhoneNumbers PHONES = new PhoneNumbers("CN");

    private final JdbcClient jdbc;
    private final StoredJson json;

    public SqlOwnTickets(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = new StoredJson(json);
    }

    private record Found(String number, Customer customer) {}

    @Override
    public List<String> of(AppCustomer customer) {
        Set<String> phones = new LinkedHashSet<>();
        customer.phones().stream()
                .filter(phone -> phone.startsWith("+") && PHONES.hasNumberIn(phone))
                .forEach(phone -> phones.addAll(PHONES.read(phone)));
        Set<String> keys = new LinkedHashSet<>();
        phones.forEach(phone -> keys.add("phone:" + phone));
        customer.emails().forEach(email -> keys.add("mail:" + email));
        if (keys.isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql("""
                        select number, document->'customer' as customer from ticket
                        where ticket_keys(document) && ?::text[] and forgotten_at is null
                        order by received_at desc, number desc limit 500
                        """)
                .param(PostgresValues.texts(keys))
                .query((row, n) ->
                        new Found(row.getString("number"), json.read(row.getString("customer"), Customer.class)))
                .list()
                .stream()
                .filter(found -> isOf(found.customer(), phones, customer.emails()))
                .map(Found::number)
                .limit(MOST)
                .toList();
    }

    private static boolean isOf(Customer ticket, Set<String> phones, List<String> emails) {
        return ticket.statedPhones().stream().anyMatch(phones::contains)
                || ticket.emails().stream()
                        .map(email -> email.toLowerCase(Locale.ROOT))
                        .anyMatch(emails::contains);
    }
}
