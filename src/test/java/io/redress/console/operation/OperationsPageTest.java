package io.redress.console.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.console.ConsoleHub;
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
