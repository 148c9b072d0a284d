package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.Redress;
import io.redress.intake.RawMessage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** A customer's mail and the customer's answer to it, as they lie in a mailbox after a night without the hub. */
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"camel.main.routes-include-pattern=file:routes/*.camel.yaml", "redress.intake.consumers=8"})
class MailThreadPipelineTest extends IntakeHub {

    @Test
    void an_answer_that_is_read_before_the_mail_that_it_answers_is_no_second_ticket() {
        RawMessage answer = ended(answer("night"));
        RawMessage answered = ended(complaint("night"));
        assertThat(state(answered)).isEqualTo("follow-up");
        assertThat(ticketOf(answered)).isEqualTo(ticketOf(answer));
    }

    @Test
    void an_answer_that_is_read_after_it_is_none_either_and_is_found_by_its_own_answers() {
        RawMessage answered = ended(complaint("day"));
        RawMessage answer = ended(answer("day"));
        assertThat(state(answer)).isEqualTo("follow-up");
        RawMessage third = ended(mail("day3", "day-answer", "And now?"));
        assertThat(List.of(ticketOf(answer), ticketOf(third))).containsOnly(ticketOf(answered));
    }

    @Test
    void a_mail_and_its_answer_that_are_read_at_the_same_time_are_one_ticket() throws Exception {
        context.getRouteController().suspendRoute("intake-mail");
        List<RawMessage> mails = IntStream.range(0, 60)
                .boxed()
                .flatMap(pair -> List.of(received(answer("pair" + pair)), received(complaint("pair" + pair))).stream())
                .toList();
        context.getRouteController().resumeRoute("intake-mail");
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
        return handedOff("complaints-mailbox", "email", mail, null);
    }

    private RawMessage ended(String mail) {
        RawMessage raw = received(mail);
        awaitEnded(List.of(raw));
        return raw;
    }
}
