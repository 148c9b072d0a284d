package io.redress.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "camel.main.routes-include-pattern=file:routes/*.camel.yaml,file:src/test/resources/delivery/mail.camel.yaml",
            "mail-server.protocol=smtp",
            "mail-server.host=127.0.0.1"
        })
class MailDeliveryTest extends DeliveryContract {

    private static final Mailbox MAILBOX = new Mailbox();

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        properties.add("mail-server.port", () -> MAILBOX.port);
    }

    @Override
    FaultyTarget target() {
        return MAILBOX;
    }

    @Override
    Set<TargetFault> possible() {
        return EnumSet.of(TargetFault.AWAY);
    }

    @Test
    void the_mail_names_our_number_and_is_the_same_at_every_attempt() {
        String number = opened();
        awaitDelivered(number);
        String id = jdbc.sql("select id::text from delivery where ticket_number = ?")
                .param(number)
                .query(String.class)
                .single();
        assertThat(MAILBOX.told(number).get(0))
                .contains("Subject: [" + number + "]")
                .contains("Message-ID: <delivery." + id + "@redress.test>");
    }

    private static final class Mailbox extends SwitchedTarget {

        private final List<String> before = new ArrayList<>();
        private GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        private final int port;

        Mailbox() {
            server.start();
            port = server.getSmtp().getPort();
        }

        @Override
        void goAway() {
            before.addAll(mails());
            server.stop();
        }

        @Override
        void comeBack() {
            server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            server.start();
        }

        @Override
        public List<String> records() {
            return all().stream()
                    .map(mail -> mail.replaceAll("(?s).*Subject: \\[([^]]+)].*", "$1"))
                    .toList();
        }

        @Override
        public List<String> told(String number) {
            return all().stream().filter(mail -> mail.contains(number)).toList();
        }

        private List<String> all() {
            var all = new ArrayList<>(before);
            all.addAll(mails());
            return all;
        }

        private List<String> mails() {
            return Arrays.stream(server.getReceivedMessages())
                    .map(GreenMailUtil::getWholeMessage)
                    .filter(mail -> mail.contains("desk@erp.test"))
                    .toList();
        }
    }
}
