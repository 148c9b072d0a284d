package io.redress.ledger.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.redress.handoff.BlobStore;
import io.redress.ledger.PostgresValues;
import io.redress.ledger.chat.SqlChatContacts;
import io.redress.privacy.RetentionKind;
import io.redress.privacy.RetentionRules;
import io.redress.privacy.RetentionTask;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest extends OwnDatabase {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final String DOCUMENT = """
            {"number": "%s", "receivedAt": "2020-01-01T00:00:00Z",
             "channel": {"name": "form", "kind": "web-form", "itemId": "%s"},
             "customer": {"name": "Li Lei", "phones": ["+8613800138000"], "emails": [], "handles": []},
             "product": {"name": "Fridge", "orderNo": "20240517000123"},
             "complaint": {"text": "the door does not close", "language": "en",
                           "attachments": [{"contentType": "image/png", "size": 5, "ref": "%s"}]},
             "triage": {"category": "quality", "score": 0.9, "secondScore": 0, "review": false, "priority": "normal",
                        "reasons": ["door"]},
             "serviceLevel": {"policy": "general", "firstResponseDue": "2020-01-02T00:00:00Z",
                              "resolutionDue": "2020-01-03T00:00:00Z"},
             "owner": "desk", "links": {}, "history": []}
            """;

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock(NOW);
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false)
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .setSerializationInclusion(JsonInclude.Include.NON_NULL);
    private final Map<String, Integer> removed = new TreeMap<>();
    private BlobStore blobs;

    @BeforeEach
    void empty() {
        blobs = new BlobStore(folder);
        jdbc.sql("truncate item, source_key, ticket, event, promise, due_work, conversation, legal_hold cascade")
                .update();
    }

    @Test
    void only_what_is_older_than_its_period_goes_and_a_dry_run_says_so_before() {
        String old = ticket("R-200101-000001", NOW.minusSeconds(86_400L * 400));
        String young = ticket("R-200101-000002", NOW.minusSeconds(86_400L * 10));
        jdbc.sql("insert into promise values ('form', 'old', 'x', 'R-1', ?), ('form', 'new', 'x', 'R-2', ?)")
                .params(at(NOW.minusSeconds(86_400L * 400)), at(NOW.minusSeconds(86_400)))
                .update();

        RetentionService service = desk(true, 365);
        var shown = service.show().stream()
                .collect(Collectors.toMap(RetentionService.Line::kind, RetentionService.Line::count));
        assertThat(shown)
                .containsEntry("originals", 1L)
                .containsEntry("attachments", 1L)
                .containsEntry("closed-tickets", 1L)
                .containsEntry("history", 1L)
                .containsEntry("promises", 1L)
                .containsEntry("source-keys", 1L);
        assertThat(count("item where original_size > 0")).isEqualTo(2);

        service.run();

        assertThat(removed)
                .containsEntry("originals", 1)
                .containsEntry("closed-tickets", 1)
                .containsEntry("promises", 1);
        assertThat(count("ticket where document::text like '%13800138000%'")).isEqualTo(1);
        assertThat(count("ticket where category = 'quality' and product = 'fridge'"))
                .isEqualTo(2);
        assertThat(count("item where original_size > 0")).isEqualTo(1);
        assertThat(count("event where why is not null and who <> 'retention'")).isEqualTo(1);
        assertThat(Files.exists(blob(old))).isFalse();
        assertThat(Files.exists(blob(young))).isTrue();
        removed.clear();
        service.run();
        assertThat(removed).isEmpty();
    }

    @Test
    void rows_that_have_served_go_even_while_retention_is_off() {
        jdbc.sql("truncate chat_contact, device_fault").update();
        ticket("R-200101-000009", NOW);
        for (int days : List.of(0, 2, 29, 31, 100)) {
            Instant then = NOW.minusSeconds(86_400L * days + 60);
            new SqlChatContacts(jdbc).heard("line:" + days, "line", then);
            jdbc.sql("""
                    insert into device_fault (channel, device, fault, ticket_number, joined, state, said_at, opened_at,
                      changed_at, told_at, reports, changes)
                    select 'd', 'd', 'f', ticket, false, state, :at, :at, :at, :at, 0, 0
                    from (values (null, 'cleared'), ('R-200101-000009', 'cleared'), ('R-200101-000009', 'raised')) f (ticket, state)
                    """).param("at", at(then)).update();
        }
        desk(false, 365).run();
        assertThat(count("chat_contact")).isEqualTo(3);
        assertThat(count("device_fault where ticket_number is null")).isEqualTo(1);
        assertThat(count("device_fault where ticket_number is not null and state = 'cleared'"))
                .isEqualTo(4);
        assertThat(count("device_fault where state = 'raised'")).isEqualTo(5);
    }

    @Test
    void a_ticket_under_legal_hold_is_not_touched() {
        String ref = ticket("R-200101-000003", NOW.minusSeconds(86_400L * 4_000));
        jdbc.sql("insert into legal_hold values ('R-200101-000003', 'case 7', now(), 'officer')")
                .update();
        desk(true, 30).run();
        assertThat(count("ticket where document::text like '%13800138000%'")).isEqualTo(1);
        assertThat(count("item where original_size > 0")).isEqualTo(1);
        assertThat(count("event where why is not null")).isEqualTo(1);
        assertThat(Files.exists(blob(ref))).isTrue();
    }

    @Test
    void switched_off_it_removes_nothing_and_open_tickets_never_age() {
        ticket("R-200101-000004", NOW.minusSeconds(86_400L * 4_000));
        desk(false, 30).run();
        jdbc.sql("update ticket set status = 'in-progress', closed_at = null").update();
        desk(true, 30).run();
        assertThat(count("ticket where document::text like '%13800138000%'")).isEqualTo(1);
    }

    @Test
    void a_blob_that_another_ticket_needs_stays() {
        String shared = blobs.put("photo of both".getBytes(StandardCharsets.UTF_8));
        ticket("R-200101-000005", NOW.minusSeconds(86_400L * 4_000), shared);
        ticket("R-200101-000006", NOW.minusSeconds(86_400L), shared);
        desk(true, 30).run();
        assertThat(Files.exists(blob(shared))).isTrue();
    }

    private RetentionService desk(boolean enabled, int days) {
        List<RetentionTask> kinds =
                RetentionTasks.ofLedger(jdbc, json, blobs, RedactionFixtures.of(transaction, jdbc), clock);
        var rules = new RetentionRules(
                enabled,
                Arrays.stream(RetentionKind.values())
                        .collect(Collectors.toMap(kind -> kind, kind -> Period.ofDays(days))));
        return new RetentionService(
                transaction,
                jdbc,
                () -> rules,
                kinds,
                (kind, count) -> removed.merge(kind, count, Integer::sum),
                clock);
    }

    private String ticket(String number, Instant closed) {
        return ticket(number, closed, blobs.put(("photo of " + number).getBytes(StandardCharsets.UTF_8)));
    }

    private String ticket(String number, Instant closed, String ref) {
        UUID item = UUID.randomUUID();
        jdbc.sql("""
                insert into item (id, number, channel, format, received_at, source_key, state, reason, ticket_number,
                                  attributes, original, original_size, updated_at)
                values (?, ?, 'form', 'form', ?, ?, 'ticketed', 'opened', ?, '{}', 'abc', 3, now())
                """).params(item, number, at(closed), "key-" + number, number).update();
        jdbc.sql("insert into source_key values ('form', ?, ?)")
                .params("key-" + number, item)
                .update();
        jdbc.sql("""
                insert into ticket (number, item_id, received_at, channel, kind, category, priority, status, review, owner,
                                    first_response_due, resolution_due, document, updated_at, status_since, closed_at)
                values (?, ?, ?, 'form', 'web-form', 'quality', 'normal', 'closed', false, 'desk', now(), now(), ?::jsonb,
                        now(), now(), ?)
                """)
                .params(number, item, at(closed), DOCUMENT.formatted(number, item, ref), at(closed))
                .update();
        jdbc.sql(
                        "insert into event (ticket_number, at, who, what, why) values (?, now(), 'hub', 'triaged', 'Li Lei''s door')")
                .param(number)
                .update();
        return ref;
    }

    private Path blob(String ref) {
        String hex = ref.substring("sha256:".length());
        return folder.resolve(hex.substring(0, 2)).resolve(hex);
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }

    private static Object at(Instant time) {
        return PostgresValues.utc(time);
    }
}
