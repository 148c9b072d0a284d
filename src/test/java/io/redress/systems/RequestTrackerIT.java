package io.redress.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.delivery.Delivered;
import io.redress.delivery.Delivery;
import io.redress.delivery.TargetUnavailable;
import io.redress.delivery.dialogue.Dialogue;
import io.redress.delivery.dialogue.DialogueRequest;
import io.redress.delivery.news.InboundUpdates;
import io.redress.delivery.news.StateMapping;
import io.redress.delivery.rt.RtTarget;
import io.redress.delivery.rt.RtUpdateReader;
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

/** What we say to Request Tracker, said to a real one. */
@Tag("systems")
class RequestTrackerIT {

    private static final StateMapping STATES = Map.of(
            "open", UpdateKind.IN_PROGRESS,
            "resolved", UpdateKind.SOLVED,
            "Correspond", UpdateKind.ANSWERED,
            "Comment", UpdateKind.NOTE)::get;

    @TempDir
    static Path folder;

    private static RealSystem rt;
    private static BlobStore files;

    @BeforeAll
    static void start() {
        RealSystem.install();
        rt = RealSystem.requestTracker(folder).start();
        files = new BlobStore(folder.resolve("blobs"));
    }

    @AfterAll
    static void end() {
        rt.close();
    }

    private final DialogueClient client = new DialogueClient(rt.url());
    private final RtTarget target = new RtTarget(rt.secret("redress"), "Redress");

    @Test
    void one_ticket_is_made_wherever_the_attempts_before_broke_off() {
        String number = "R-261122-RT0001";
        String photo = files.put(new byte[] {1, 2, 3});
        Map<String, Object> fields = Map.of(
                "Queue", "Complaints",
                "Subject", "冰箱不制冷",
                "Content", "它不制冷",
                "Attachments", List.of(Map.of("name", "photo.jpg", "contentType", "image/jpeg", "ref", photo)));
        Delivered last = null;
        for (int steps = 0; steps < 6; steps++) {
            Dialogue dialogue = target.begin(SystemDeliveries.ticket(number, steps + 1, fields), files);
            for (int step = 0; step < steps && dialogue.isOpen(); step++) {
                dialogue = client.step(dialogue);
            }
            last = dialogue.isOpen() ? null : (Delivered) dialogue.getResult();
        }
        JsonNode found = tickets(number);
        assertThat(found).hasSize(1);
        assertThat(last).isEqualTo(new Delivered(found.get(0).path("id").asText(), "found by our number"));
        assertThat(found.get(0).path("Subject").asText()).isEqualTo("冰箱不制冷");
        assertThat(as("redress", "/ticket/" + last.recordId() + "/attachments", Map.of("fields", "Filename"))
                        .findValuesAsText("Filename"))
                .contains("photo.jpg");
    }

    @Test
    void a_follow_up_is_one_comment_however_often_it_is_delivered() {
        String number = "R-261122-RT0002";
        made(number);
        Map<String, Object> words = Map.of("Content", "It still does not cool");
        for (int attempt = 1; attempt < 4; attempt++) {
            deliver(SystemDeliveries.followUp(number, attempt, words));
        }
        assertThat(as("redress", "/ticket/" + id(number) + "/history", Map.of("fields", "Type"))
                        .findValuesAsText("Type"))
                .containsOnlyOnce("Comment");
    }

    @Test
    void replies_comments_and_statuses_of_others_are_news_and_what_we_wrote_is_none() {
        String number = "R-261122-RT0003";
        made(number);
        deliver(SystemDeliveries.followUp(number, 1, Map.of("Content", "Hurry up")));
        String ticket = "/ticket/" + id(number);
        clerk(
                "POST",
                ticket + "/correspond",
                Map.of("Content", "<p>We send <b>Li</b></p>", "ContentType", "text/html"));
        clerk("PUT", ticket, Map.of("CustomFields", Map.of("Remedy", "The door was replaced")));
        clerk("PUT", ticket, Map.of("Status", "resolved"));

        InboundUpdates updates = look("");
        List<TicketUpdate> ours = of(number, updates);
        assertThat(ours).extracting(TicketUpdate::kind).containsExactly(UpdateKind.ANSWERED, UpdateKind.SOLVED);
        assertThat(ours.get(0).note()).isEqualTo("We send Li");
        assertThat(ours.get(1).remedy()).isEqualTo("The door was replaced");
        assertThat(ours).extracting(TicketUpdate::by).containsOnly("rt");

        InboundUpdates again = look(updates.position());
        assertThat(of(number, again)).as("read again, with the same ids").isSubsetOf(ours);
    }

    @Test
    void a_queue_without_the_field_of_our_number_gets_no_ticket() {
        Delivery delivery = SystemDeliveries.ticket("R-261122-RT0004", 1, Map.of("Queue", "General"));
        assertThatThrownBy(() -> deliver(delivery))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("lacks the custom field 'Redress'");
    }

    private void made(String number) {
        deliver(SystemDeliveries.ticket(number, 1, Map.of("Queue", "Complaints", "Content", "It does not cool")));
    }

    private Delivered deliver(Delivery delivery) {
        return client.result(target.begin(delivery, files), Delivered.class);
    }

    private InboundUpdates look(String position) {
        var reader = new RtUpdateReader("rt", rt.secret("redress"), "redress", "Redress", "Remedy");
        return client.result(reader.begin(position, STATES), InboundUpdates.class);
    }

    private static List<TicketUpdate> of(String number, InboundUpdates updates) {
        return updates.updates().stream()
                .filter(update -> update.ticket().equals(number))
                .toList();
    }

    private JsonNode tickets(String number) {
        return as("redress", "/tickets", Map.of("query", "CF.{Redress}='" + number + "'", "fields", "Subject"))
                .path("items");
    }

    private String id(String number) {
        return tickets(number).path(0).path("id").asText();
    }

    private JsonNode as(String user, String path, Map<String, String> query) {
        return client.json(DialogueRequest.get(path, query, "token " + rt.secret(user)));
    }

    private void clerk(String method, String path, Object body) {
        client.json(DialogueRequest.send(method, path, "token " + rt.secret("clerk"), body));
    }
}
