package io.redress.ledger.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.redress.delivery.Target;
import io.redress.delivery.Targets;
import io.redress.encryption.AesGcm;
import io.redress.handoff.BlobStore;
import io.redress.ledger.delivery.DeliveryPlanner;
import io.redress.ledger.due.DueWork;
import io.redress.ledger.event.EventPlanner;
import io.redress.ledger.event.SubscribedTypes;
import io.redress.ledger.privacy.Forgetting.Places;
import io.redress.ledger.privacy.ForgettingRows.Work;
import io.redress.privacy.CallFolders;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crash is a step that never returns: the next start does all of them again. */
class ForgettingCrashTest extends OwnDatabase {

    private static final String NUMBER = "R-260701-CRASH1";

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock(Instant.parse("2026-07-01T00:00:00Z"));
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false)
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .setSerializationInclusion(JsonInclude.Include.NON_NULL);
    private final ForgettingRows rows = new ForgettingRows(jdbc, json, new AesGcm(new byte[32]));
    private boolean crashes = true;

    @Test
    void a_crash_in_the_middle_is_gone_over_at_the_next_start_and_nothing_happens_twice() throws Exception {
        var blobs = new BlobStore(folder.resolve("blobs"));
        String ref = blobs.put("photo of a kettle".getBytes(StandardCharsets.UTF_8));
        Path blob = folder.resolve("blobs").resolve(ref.substring(7, 9)).resolve(ref.substring(7));
        Files.setLastModifiedTime(blob, FileTime.from(Instant.now().minusSeconds(60)));
        ticket(ref);
        UUID id = UUID.randomUUID();
        rows.add(
                id,
                "hash",
                clock.instant(),
                "officer",
                1,
                1,
                new Work(Set.of(NUMBER), Set.of(), Set.of("13912345678"), Set.of()));
        Forgetting forgetting = forgetting(blobs);

        assertThatThrownBy(() -> forgetting.perform(id)).hasMessage("killed");
        assertThat(rows.open()).containsExactly(id);
        assertThat(blob).exists();
        crashes = false;
        forgetting.perform(id);

        assertThat(rows.open()).isEmpty();
        assertThat(rows.find(id).orElseThrow().leftOver()).isNull();
        assertThat(blob).doesNotExist();
        assertThat(count("event where what = 'forgotten'")).isEqualTo(1);
        assertThat(count("due_work where kind = 'forgotten'")).isEqualTo(1);
        assertThat(count("ticket where document::text like '%13912345678%'")).isZero();
        assertThat(count("forgetting where work is not null")).isZero();
    }

    private Forgetting forgetting(BlobStore blobs) {
        var nobody = new Targets() {
            @Override
            public List<Target> connected() {
                return List.of();
            }

            @Override
            public boolean wants(Target target, String kind, String status) {
                return false;
            }
        };
        var notification = new ForgottenNotification(
                new DueWork(jdbc, clock),
                new DeliveryPlanner(jdbc, nobody, new EventPlanner(jdbc, new SubscribedTypes(jdbc), clock), clock),
                json,
                clock);
        var queues = new QueueEraser() {
            @Override
            public Set<String> remove(Set<String> tickets, Set<String> items) {
                if (crashes) {
                    throw new IllegalStateException("killed");
                }
                return Set.of();
            }

            @Override
            public List<String> compact() {
                return List.of();
            }
        };
        var places = new Places(List.of(folder), new CallFolders(List.of(folder), folder.resolve("outbox")));
        return new Forgetting(
                transaction,
                rows,
                new TicketRedaction(jdbc, json, RedactionFixtures.of(transaction, jdbc), clock),
                notification,
                new DatabaseScrubber(jdbc),
                queues,
                blobs,
                places,
                clock);
    }

    private void ticket(String ref) {
        UUID item = UUID.randomUUID();
        jdbc.sql("""
                insert into item (id, number, channel, format, received_at, source_key, state, reason, ticket_number,
                                  attributes, original_ref, original_size, updated_at)
                values (?, ?, 'form', 'form', now(), 'key', 'ticketed', 'opened', ?, '{}', ?, 17, now())
                """).params(item, NUMBER, NUMBER, ref).update();
        jdbc.sql("""
                insert into ticket (number, item_id, received_at, channel, kind, category, priority, status, review, owner,
                                    first_response_due, resolution_due, document, updated_at, status_since)
                values (?, ?, now(), 'form', 'web-form', 'quality', 'normal', 'received', false, 'desk', now(), now(),
                        ?::jsonb, now(), now())
                """).params(NUMBER, item, """
                {"number": "%s", "receivedAt": "2026-07-01T00:00:00Z",
                 "channel": {"name": "form", "kind": "web-form", "itemId": "%s"},
                 "customer": {"phones": ["13912345678"], "emails": [], "handles": []}, "product": {},
                 "complaint": {"text": "the kettle", "language": "en", "attachments": []},
                 "triage": {"category": "quality", "score": 0.9, "secondScore": 0, "review": false, "priority": "normal",
                            "reasons": []},
                 "serviceLevel": {"policy": "general", "firstResponseDue": "2026-07-02T00:00:00Z",
                                  "resolutionDue": "2026-07-03T00:00:00Z"},
                 "owner": "desk", "links": {}, "history": []}
                """.formatted(NUMBER, item)).update();
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }
}
