package io.redress.pipeline;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ticket of a category that is there without having come by a channel. */
final class InsertedTicket {

    private static final String DOCUMENT = """
            {"number":"%s","customer":{"phones":["+8613800138000"],"emails":[],"handles":[]},"product":{},
             "receivedAt":"2026-07-01T02:00:00Z","complaint":{"text":"x","language":"en","attachments":[]},
             "channel":{"name":"web","kind":"web-form","itemId":"%s"},"triage":{"category":"%s","score":1,"secondScore":0,
             "review":false,"priority":"normal","reasons":[]},"serviceLevel":{"policy":"general",
             "firstResponseDue":"2026-11-24T02:00:00Z","resolutionDue":"2026-11-24T02:00:00Z"},"owner":"desk","links":{}}
            """;

    private InsertedTicket() {}

    /** Its number. */
    static String of(JdbcClient jdbc, String category) {
        String number = "R-260701-" + UUID.randomUUID().toString().substring(0, 6);
        jdbc.sql("""
                insert into ticket (number, item_id, received_at, channel, kind, category, priority, status, review, owner,
                                    first_response_due, resolution_due, document, updated_at, status_since)
                values (?, ?, now(), 'web', 'web-form', ?, 'normal', 'received', false, 'desk', now(), now(),
                        ?::jsonb, now(), '2026-01-01T00:00:00Z')
                """)
                .params(number, UUID.randomUUID(), category, DOCUMENT.formatted(number, UUID.randomUUID(), category))
                .update();
        return number;
    }
}
