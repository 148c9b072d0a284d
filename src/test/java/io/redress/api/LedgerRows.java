package io.redress.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes items and tickets straight into the ledger's tables. */
public final class LedgerRows {

    private static final String DOCUMENT = """
            {"number": "%s", "receivedAt": "%s", "channel": {"name": "%s", "kind": "web-form", "itemId": "%s"},
             "customer": {"name": "%s", "phones": [], "emails": [], "handles": []}, "product": {},
             "complaint": {"subject": "色差", "text": "The tiles are 100%% too dark", "language": "en", "attachments": []},
             "triage": {"category": "mismatch", "score": 0.9, "secondScore": 0, "review": false, "priority": "normal",
                        "reasons": ["%s"]},
             "serviceLevel": {"policy": "general", "firstResponseDue": "%s", "resolutionDue": "%s"},
             "owner": "quality control", "links": {}, "history": [], "version": 1}
            """;

    private final JdbcClient jdbc;

    public LedgerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public UUID item(String channel, String state, String number, String ticket, Instant received, String reason) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into item (id, number, channel, format, received_at, source_key, state, reason,
                                          ticket_number, attributes, original, original_size, updated_at)
                        values (?, ?, ?, 'plain-words', ?, ?, ?, ?, ?, '{"mapping": "shop"}', ?, 5, ?)
                        """)
                .params(
                        id,
                        number,
                        channel,
                        received.atOffset(ZoneOffset.UTC),
                        "key-" + id,
                        state,
                        reason,
                        ticket,
                        new byte[] {'<', 'b', '>', 0, (byte) 0xff},
                        received.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** A ticket with the item that opened it. */
    public UUID ticket(String number, String channel, Instant received, String customer, String reason) {
        UUID item = item(channel, "ticketed", number, number, received, "opened in category mismatch");
        String document = DOCUMENT.formatted(
                number, received, channel, item, customer, reason, received.plusSeconds(60), received.plusSeconds(90));
        var at = received.atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        insert into ticket (number, item_id, received_at, channel, kind, category, priority, status,
                                            review, owner, first_response_due, resolution_due, document, updated_at,
                                            status_since)
                        values (?, ?, ?, ?, 'web-form', 'mismatch', 'normal', 'received', false, 'quality control',
                                ?, ?, ?::jsonb, ?, ?)
                        """)
                .params(number, item, at, channel, at, at, document, at, at)
                .update();
        jdbc.sql(
                        "insert into event (ticket_number, at, who, what, why, item_id) values (?, ?, 'hub', 'received', ?, ?)")
                .params(number, at, "through channel " + channel, item)
                .update();
        return item;
    }

    /** A mail of a mailbox that is tried again tomorrow. */
    public void missedMail(UUID item) {
        jdbc.sql("insert into mailbox (channel, account, folder, validity) values ('mail', 'a@b', 'INBOX', 1)")
                .update();
        jdbc.sql("""
                        insert into mailbox_mail (mailbox, uid, state, next_try, item_id, updated_at)
                        select id, '4', 'set-aside', now() + interval '1 day', ?, now() from mailbox
                        """).param(item).update();
    }

    public Instant nextTry(UUID item) {
        return jdbc.sql("select next_try from mailbox_mail where item_id = ?")
                .param(item)
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Replaces members of a ticket's document, each by a path such as {@code {customer,phones}} and its JSON. */
    public void change(String number, String... pathsAndValues) {
        for (int i = 0; i < pathsAndValues.length; i += 2) {
            jdbc.sql("update ticket set document = jsonb_set(document, ?::text[], ?::jsonb) where number = ?")
                    .params(pathsAndValues[i], pathsAndValues[i + 1], number)
                    .update();
        }
    }
}
