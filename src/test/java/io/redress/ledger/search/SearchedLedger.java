package io.redress.ledger.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.redress.mapping.PhoneNumbers;
import io.redress.search.SearchEntry;
import io.redress.search.SearchKind;
import io.redress.search.SearchPosition;
import io.redress.search.SearchReach;
import io.redress.search.SearchService;
import io.redress.search.SearchService.Placed;
import io.redress.search.TicketWords;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tickets in a database of the class, and the search over them. */
abstract class SearchedLedger extends OwnDatabase {

    static final Instant NOW = Instant.parse("2026-07-10T08:00:00Z");

    private static final PhoneNumbers PHONES = new PhoneNumbers("CN");
    private static final String DOCUMENT = """
            {"number": "%s", "receivedAt": "%s", "channel": {"name": "web", "kind": "web-form", "itemId": "%s"},
             "customer": {"name": null, "phones": [], "emails": [], "handles": []}, "product": {},
             "complaint": {"subject": null, "text": "", "language": "en", "attachments": []},
             "triage": {"category": "mismatch", "score": 0.9, "secondScore": 0, "review": false, "priority": "normal",
                        "reasons": []},
             "serviceLevel": {"policy": "general", "firstResponseDue": "%2$s", "resolutionDue": "%2$s"},
             "owner": "quality control", "links": {}, "history": [], "version": 1}
            """;

    final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    final SetClock clock = new SetClock(NOW);
    final SearchIndexer indexer = indexer(new JdbcTemplate(database));
    final SearchService search = new SearchService(
            new SqlSearchIndex(jdbc, transaction, new FoundRows(jdbc, json), Duration.ofSeconds(10)), PHONES, clock);

    SearchIndexer indexer(JdbcTemplate batches) {
        return new SearchIndexer(transaction, jdbc, batches, json, new TicketWords(PHONES));
    }

    /** Writes a ticket, of which some members are given by JSON pointers and their JSON. */
    String ticket(String number, Instant received, String... pointersAndValues) {
        UUID item = UUID.randomUUID();
        try {
            var document = (ObjectNode) json.readTree(DOCUMENT.formatted(number, received, item));
            for (int i = 0; i < pointersAndValues.length; i += 2) {
                int last = pointersAndValues[i].lastIndexOf('/');
                ((ObjectNode) document.at(pointersAndValues[i].substring(0, last)))
                        .set(pointersAndValues[i].substring(last + 1), json.readTree(pointersAndValues[i + 1]));
            }
            insert(number, received, item, document);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        return number;
    }

    private void insert(String number, Instant received, UUID item, ObjectNode document) {
        var at = received.atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        insert into item (id, number, channel, format, received_at, source_key, state, reason,
                                          ticket_number, attributes, original, original_size, updated_at)
                        values (?, ?, 'web', 'form', ?, ?, 'ticketed', 'opened', ?, '{}', '', 0, ?)
                        """).params(item, number, at, "key-of-" + number, number, at).update();
        jdbc.sql("""
                        insert into ticket (number, item_id, received_at, channel, kind, category, priority, status,
                                            review, owner, first_response_due, resolution_due, document, updated_at,
                                            status_since)
                        values (?, ?, ?, 'web', 'web-form', 'mismatch', 'normal', 'received', false, 'quality control',
                                ?, ?, ?::jsonb, ?, ?)
                        """)
                .params(number, item, at, at, at, document.toString(), at, at)
                .update();
    }

    List<SearchEntry> found(String typed) {
        return search.find(search.read(typed), SearchReach.ALL, null, 50).stream()
                .map(Placed::entry)
                .toList();
    }

    /** The numbers of the tickets found. */
    List<String> tickets(String typed) {
        return found(typed).stream()
                .filter(entry -> entry.kind() == SearchKind.TICKET)
                .map(SearchEntry::number)
                .toList();
    }

    /** Page by page. */
    List<Placed> pages(String typed, int size, Runnable between) {
        List<Placed> all = new ArrayList<>();
        SearchPosition after = null;
        List<Placed> page;
        do {
            page = search.find(search.read(typed), SearchReach.ALL, after, size);
            all.addAll(page);
            if (!page.isEmpty()) {
                after = page.get(page.size() - 1).position();
                // as the API gives it to the caller, and reads it
                after = SearchPosition.read(after.last().at(), after.key());
            }
            between.run();
        } while (!page.isEmpty());
        return all;
    }
}
