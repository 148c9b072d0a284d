package io.redress.console.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.console.ConsoleHub;
import io.redress.permission.Role;
import java.time.Instant;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jms.core.JmsTemplate;

class OperationsPageTest extends ConsoleHub {

    @Autowired
    JmsTemplate jms;

    @Test
    void channels_and_queues_are_shown_with_what_is_wrong_and_what_to_do() {
        Document page = page("/console/operations");

        assertThat(page.text()).contains("quiet", "Nothing has arrived for longer than usual", "intake");
        assertThat(page.text()).doesNotContain("a-secret-password");
    }

    @Test
    void a_channel_is_paused_and_resumed_by_its_buttons_and_the_board_says_by_whom() {
        var board = answer("/console/operations", "en");
        var done = submit(board, "form[action$=/channels/quiet/pause]");
        assertThat(done.statusCode()).isEqualTo(303);
        Element paused = page("/console/operations").selectFirst("li:has(form[action$=/channels/quiet/resume])");
        assertThat(paused.text()).contains("paused by ");
        assertThat(page("/console/operations").text()).contains("Channel quiet paused");

        submit(answer("/console/operations", "en"), "form[action$=/channels/quiet/resume]");
        assertThat(page("/console/operations").select("form[action$=/channels/quiet/pause]"))
                .isNotEmpty();
    }

    @Test
    void a_channel_has_its_rhythm_as_a_chart_with_words_and_the_hub_its_disks_and_its_start() {
        rows.item("quiet", "bounce", "R-260701-RHYTH1", null, Instant.now(), "a bounce");
        await().atMost(SOON.plusSeconds(60))
                .until(() -> page("/console/operations").selectFirst("svg.rhythm rect") != null);
        Document page = page("/console/operations");
        assertThat(page.selectFirst("svg.rhythm").attr("aria-label")).contains("last 24 hours");
        assertThat(page.text()).contains("GB free of", "Started, version");
        assertThat(page.select("[style], script:not([src])")).isEmpty();
    }

    @Test
    void whoever_may_only_look_has_no_buttons() {
        var supervisor = signedIn(user(Role.SUPERVISOR));
        var board = send(request("/console/operations")
                .header("Cookie", supervisor.cookies())
                .header("Accept-Language", "en"));
        assertThat(board.body()).contains("quiet").doesNotContain("/pause\"");
    }

    @Test
    void failures_are_grouped_and_a_group_is_discarded_after_it_was_looked_at_and_with_a_reason() {
        jms.convertAndSend("DLQ.console.test", "<b>one</b>");
        jms.convertAndSend("DLQ.console.test", "two");
        await().atMost(SOON).until(() -> group() != null && group().text().contains("2"));
        String address = group().selectFirst("a").attr("href");

        var shown = answer(address, "en");
        var without = submit(shown, "form[action$=discard]", "why", " ");
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(group()).isNotNull();

        var done = submit(shown, "form[action$=discard]", "why", "made by a test");
        assertThat(done.statusCode()).isEqualTo(303);
        await().atMost(SOON).until(() -> group() == null);
    }

    @Test
    void a_queue_that_holds_no_failures_cannot_be_discarded_here() {
        assertThat(answer("/console/operations/failures?queue=intake", "en").statusCode())
                .isEqualTo(404);
    }

    private Element group() {
        return page("/console/operations").selectFirst("tr[data-row]:contains(DLQ.console.test)");
    }
}
