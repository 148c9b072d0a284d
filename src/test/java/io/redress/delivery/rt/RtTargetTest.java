package io.redress.delivery.rt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.delivery.Delivered;
import io.redress.delivery.Delivery;
import io.redress.delivery.TargetRefused;
import io.redress.delivery.TargetUnavailable;
import io.redress.delivery.dialogue.ScriptedDialogue;
import io.redress.handoff.BlobStore;
import io.redress.systems.SystemDeliveries;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With answers as a Request Tracker 5.0.3 gave them. */
class RtTargetTest {

    private static final String NUMBER = "R-261122-7K9Q2M";
    private static final String NONE = "{'items':[],'count':0}";
    private static final String QUEUE = "{'Name':'Complaints','TicketCustomFields':[{'name':'Redress','id':'2'}]}";

    private final RtTarget target = new RtTarget("1-14-secret", "Redress");

    @TempDir
    Path folder;

    @Test
    void a_ticket_that_is_there_is_not_made_again() {
        var talk = ticket(1, Map.of("Queue", "Complaints"));
        assertThat(talk.asks().query()).contains("CF.%7BRedress%7D%3D%27" + NUMBER + "%27");
        talk.answer("{'items':[{'id':'7','type':'ticket'}]}");
        assertThat(talk.result()).isEqualTo(new Delivered("7", "found by our number"));
    }

    @Test
    void a_new_ticket_has_our_number_and_the_files_that_the_mapping_lets_through() {
        String ref = new BlobStore(folder).put(new byte[] {1, 2, 3});
        var file = Map.of("name", "a.jpg", "contentType", "image/jpeg", "ref", ref);
        var talk = ticket(1, Map.of("Queue", "Complaints", "Subject", "冰箱", "Attachments", List.of(file)));
        talk.answer(NONE).answer(QUEUE);
        assertThat(talk.asks().method()).isEqualTo("POST");
        assertThat(talk.asks().path()).isEqualTo("/ticket");
        assertThat(talk.asks().headers()).containsEntry("Authorization", "token 1-14-secret");
        assertThat(talk.asks().body())
                .contains("\"CustomFields\":{\"Redress\":\"" + NUMBER + "\"}")
                .contains("\"FileContent\":\"AQID\"")
                .contains("冰箱");
        talk.answer(201, "{\"type\":\"ticket\",\"id\":\"8\"}");
        assertThat(talk.result()).isEqualTo(new Delivered("8", null));
    }

    @Test
    void a_file_that_is_held_back_is_not_sent() {
        String ref = new BlobStore(folder).put(new byte[] {1, 2, 3});
        var held = Map.of("name", "a.jpg", "contentType", "image/jpeg", "ref", ref, "quarantine", "not scanned yet");
        var given = Map.of("name", "b.jpg", "contentType", "image/jpeg", "ref", ref, "scan", "clean");
        var talk = ticket(1, Map.of("Queue", "Complaints", "Attachments", List.of(held, given)));
        talk.answer(NONE).answer(QUEUE);
        assertThat(talk.asks().body()).contains("b.jpg").doesNotContain("a.jpg");
    }

    @Test
    void a_queue_that_keeps_no_number_gets_nothing_until_it_does() {
        var talk = ticket(1, Map.of("Queue", "General")).answer(NONE);
        assertThatThrownBy(() -> talk.answer("{'Name':'General','TicketCustomFields':[]}"))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("apply it there");
    }

    @Test
    void a_queue_that_is_missing_may_be_made() {
        var talk = ticket(1, Map.of("Queue", "Nope")).answer(NONE);
        assertThatThrownBy(() -> talk.answer(404, "{\"message\":\"Not Found\"}"))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("no queue 'Nope'");
    }

    @Test
    void a_ticket_without_a_queue_is_refused() {
        var talk = ticket(1, Map.of("Subject", "x"));
        assertThatThrownBy(() -> talk.answer(NONE)).isInstanceOf(TargetRefused.class);
    }

    @Test
    void the_first_attempt_of_a_follow_up_writes_and_each_further_one_looks_first() {
        var first = followUp(1, Map.of("Content", "Hurry")).answer("{'items':[{'id':'7'}]}");
        assertThat(first.asks().path()).isEqualTo("/ticket/7/comment");

        var second = followUp(2, Map.of("Content", "Hurry")).answer("{'items':[{'id':'7'}]}");
        assertThat(second.asks().path()).isEqualTo("/transactions");
        second.answer("{'items':[{'id':'50'}]}");
        assertThat(second.result()).isEqualTo(new Delivered("7", "was there already"));
    }

    @Test
    void a_comment_that_is_there_may_still_lack_its_status() {
        var talk = followUp(2, Map.of("Content", "Solved", "Status", "resolved"))
                .answer("{'items':[{'id':'7'}]}")
                .answer("{'items':[{'id':'50'}]}");
        assertThat(talk.asks().method() + talk.asks().path() + talk.asks().body())
                .isEqualTo("PUT/ticket/7{\"Status\":\"resolved\"}");
    }

    private ScriptedDialogue ticket(int attempt, Map<String, Object> fields) {
        return begin(SystemDeliveries.ticket(NUMBER, attempt, fields));
    }

    private ScriptedDialogue followUp(int attempt, Map<String, Object> fields) {
        return begin(SystemDeliveries.followUp(NUMBER, attempt, fields));
    }

    private ScriptedDialogue begin(Delivery delivery) {
        return new ScriptedDialogue(target.begin(delivery, new BlobStore(folder)));
    }
}
