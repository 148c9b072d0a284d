package io.redress.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.delivery.Delivered;
import io.redress.delivery.Delivery;
import io.redress.delivery.TargetUnavailable;
import io.redress.delivery.dialogue.Dialogue;
import io.redress.delivery.news.InboundUpdates;
import io.redress.delivery.news.StateMapping;
import io.redress.delivery.tryton.TrytonTarget;
import io.redress.delivery.tryton.TrytonUpdateReader;
import io.redress.handoff.BlobStore;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we say to Tryton, said to a real one. */
@Tag("systems")
class TrytonIT {

    private static final StateMapping STATES =
            Map.of("waiting", UpdateKind.ACCEPTED, "done", UpdateKind.SOLVED, "rejected", UpdateKind.CLOSED)::get;

    @TempDir
    static Path folder;

    private static RealSystem tryton;
    private static BlobStore files;

    @BeforeAll
    static void start() {
        RealSystem.install();
        tryton = RealSystem.tryton(folder).start();
        files = new BlobStore(folder.resolve("blobs"));
    }

    @AfterAll
    static void end() {
        tryton.close();
    }

    private final DialogueClient client = new DialogueClient(tryton.url());
    private final TrytonTarget target = new TrytonTarget("redress", tryton.secret("redress"), true);
    private final TrytonAgent clerk = new TrytonAgent(client, "clerk", tryton.secret("clerk"));

    @Test
    void one_complaint_and_one_party_are_made_wherever_the_attempts_before_broke_off() {
        String number = "R-261122-ERP001";
        String photo = files.put(new byte[] {1, 2, 3});
        var attached = Map.of("name", "photo.jpg", "contentType", "image/jpeg", "ref", photo);
        Map<String, Object> fields = Map.of(
                "type", "Product fault",
                "date", "2026-11-22",
                "description", "它不制冷",
                "party", Map.of("name", "李雷", "emails", List.of("li@example.com"), "phones", List.of("+8613800138000")),
                "attachments", List.of(attached, attached));
        Delivered last = null;
        for (int steps = 0; steps < 14; steps++) {
            Dialogue dialogue = target.begin(SystemDeliveries.ticket(number, steps + 1, fields), files);
            for (int step = 0; step < steps && dialogue.isOpen(); step++) {
                dialogue = client.step(dialogue);
            }
            last = dialogue.isOpen() ? null : (Delivered) dialogue.getResult();
        }
        JsonNode found = clerk.complaints(number);
        assertThat(found).hasSize(1);
        assertThat(last).isEqualTo(new Delivered(found.get(0).path("id").asText(), "found by our number"));
        assertThat(found.get(0).path("state").asText()).isEqualTo("waiting");
        assertThat(clerk.parties("李雷")).hasSize(1);
        assertThat(clerk.attachments(found.get(0).path("id").asLong()))
                .containsExactlyInAnyOrder("1 photo.jpg", "2 photo.jpg");
    }

    @Test
    void a_follow_up_is_one_note_however_often_it_is_delivered() {
        String number = "R-261122-ERP002";
        made(number);
        for (int attempt = 1; attempt < 4; attempt++) {
            deliver(SystemDeliveries.followUp(number, attempt, Map.of("message", "It still does not cool")));
        }
        assertThat(clerk.notes(clerk.id(number))).hasSize(1).first().asString().startsWith("It still does not cool");
    }

    @Test
    void what_the_clerk_decides_is_news_and_what_we_wrote_is_none() {
        String number = "R-261122-ERP003";
        String other = "R-261122-ERP004";
        made(number);
        made(other);
        assertThat(look("").updates()).as("we made it wait").noneMatch(update -> update.ticket()
                .equals(number));
        clerk.press("approve", clerk.id(number));
        clerk.press("reject", clerk.id(other));

        InboundUpdates updates = look("");
        assertThat(of(number, updates)).extracting(TicketUpdate::kind).containsExactly(UpdateKind.SOLVED);
        assertThat(of(other, updates)).extracting(TicketUpdate::kind).containsExactly(UpdateKind.CLOSED);
        assertThat(of(number, look(updates.position())))
                .as("read again, with the same id")
                .isEqualTo(of(number, updates));
    }

    @Test
    void a_complaint_type_that_is_missing_waits_until_it_is_made() {
        Delivery delivery = SystemDeliveries.ticket("R-261122-ERP005", 1, Map.of("type", "Nonsense"));
        assertThatThrownBy(() -> deliver(delivery))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("no complaint type 'Nonsense'");
    }

    private void made(String number) {
        deliver(SystemDeliveries.ticket(number, 1, Map.of("type", "Delivery", "description", "It did not come")));
    }

    private Delivered deliver(Delivery delivery) {
        return client.result(target.begin(delivery, files), Delivered.class);
    }

    private InboundUpdates look(String position) {
        var reader = new TrytonUpdateReader("tryton", "redress", tryton.secret("redress"));
        return client.result(reader.begin(position, STATES), InboundUpdates.class);
    }

    private static List<TicketUpdate> of(String number, InboundUpdates updates) {
        return updates.updates().stream()
                .filter(update -> update.ticket().equals(number))
                .toList();
    }
}
