package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.Redress;
import io.redress.handoff.HandOff;
import io.redress.intake.RawMessage;
import io.redress.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A customer's mail and the customer's answer to it, as they lie in a mailbox after a night without the hub. */
@CamelSpringBootTest
@DirtiesContext
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"camel.main.routes-include-pattern=file:routes/*.camel.yaml", "redress.intake.consumers=8"})
class MailThreadPipelineTest {

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry properties) {
        TestServer.serves(properties);
        properties.add("redress.data-dir", data::toString);
    }

    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired
    ProducerTemplate camel;

    @Autowired
    CamelContext context;

    @Autowired
    HandOff handOff;

    @Autowired
    JdbcClient jdbc;

    @Test
    void an_answer_that_is_read_before_the_mail_that_it_answers_is_no_second_ticket() {
        RawMessage answer = received(answer("night"));
        awaitEnded(List.of(answer));
        RawMessage answered = received(complaint("night"));
        awaitEnded(List.of(answered));
        assertThat(state(answered)).isEqualTo("follow-up");
        assertThat(ticketOf(answered)).isEqualTo(ticketOf(answer));
    }

    @Test
    void an_answer_that_is_read_after_it_is_none_either_and_is_found_by_its_own_answers() {
        RawMessage answered = received(complaint("day"));
        awaitEnded(List.of(answered));
        RawMessage answer = received(answer("day"));
        awaitEnded(List.of(answer));
        assertThat(state(answer)).isEqualTo("follow-up");
        RawMessage third = received(mail("day3", "day-answer", "And now?"));
        awaitEnded(List.of(third));
        assertThat(List.of(ticketOf(answer), ticketOf(third))).containsOnly(ticketOf(answered));
    }

    @Test
    void a_mail_and_its_answer_that_are_read_at_the_same_time_are_one_ticket() throws Exception {
        context.getRouteController().suspendRoute("intake");
        List<RawMessage> mails = IntStream.range(0, 60)
                .boxed()
                .flatMap(pair -> List.of(received(answer("pair" + pair)), received(complaint("pair" + pair))).stream())
                .toList();
        context.getRouteController().resumeRoute("intake");
        awaitEnded(mails);
        for (int i = 0; i < mails.size(); i += 2) {
            assertThat(ticketOf(mails.get(i))).isEqualTo(ticketOf(mails.get(i + 1)));
        }
    }

    private static String complaint(String name) {
        return mail(name, null, "The kettle that I bought leaks.");
    }

    private static String answer(String name) {
        return mail(name + "-answer", name, "Is there any news?");
    }

    private static String mail(String id, String answers, String text) {
        return "From: Lin <lin@example.com>\r\nTo: shop@example.com\r\nSubject: the kettle\r\nMessage-ID: <" + id
                + "@example.com>\r\n" + (answers == null ? "" : "In-Reply-To: <" + answers + "@example.com>\r\n")
                + "\r\n" + text + "\r\n";
    }

    private RawMessage received(String mail) {
        byte[] original = mail.getBytes(StandardCharsets.UTF_8);
        RawMessage raw = handOff.receive("complaints-mailbox", "email", original, Map.of(), null);
        camel.sendBody("direct:hand-off", raw);
        return raw;
    }

    private void awaitEnded(List<RawMessage> mails) {
        await().atMost(SOON)
                .until(() -> mails.stream().noneMatch(raw -> state(raw).isEmpty()));
    }

    private String state(RawMessage raw) {
        return jdbc.sql("select state from item where id = ?::uuid")
                .param(raw.id())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private String ticketOf(RawMessage raw) {
        return jdbc.sql("select ticket_number from item where id = ?::uuid")
                .param(raw.id())
                .query(String.class)
                .single();
    }
}
