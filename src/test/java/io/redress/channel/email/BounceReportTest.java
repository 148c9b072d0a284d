package io.redress.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.ItemState;
import io.redress.intake.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reason says what became of our mail. */
class BounceReportTest {

    private static final Path FOLDER = Path.of("src/test/resources/channel/email-wild");

    private static Refusal report(String name) throws IOException {
        return (Refusal) MailFixtures.read(Files.readAllBytes(FOLDER.resolve(name + ".eml")));
    }

    private static Refusal amazon(String kind) {
        String mail = "From: Amazon <no-reply@sns.amazonaws.com>\nSubject: Notification\n\n{\"notificationType\":\""
                + kind + "\"}\n";
        return (Refusal) MailFixtures.read(mail.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_mail_that_arrived_is_no_failure() throws IOException {
        assertThat(report("report-delivered").reason()).isEqualTo("a delivery report: our mail was delivered");
    }

    @Test
    void a_mail_that_is_delayed_may_still_arrive() throws IOException {
        assertThat(report("report-delayed").reason()).startsWith("a delivery report: our mail is delayed");
    }

    @Test
    void the_notices_of_amazon_are_told_apart_as_well() {
        assertThat(amazon("Delivery").reason()).contains("our mail was delivered");
        assertThat(amazon("DeliveryDelay").reason()).contains("our mail is delayed");
        assertThat(amazon("Bounce").state()).isEqualTo(ItemState.BOUNCE);
    }
}
