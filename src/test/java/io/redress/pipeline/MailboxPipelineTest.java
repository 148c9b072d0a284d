package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.Redress;
import io.redress.api.item.Replay;
import io.redress.channel.ChannelProblems;
import io.redress.channel.mailbox.FakeImap;
import io.redress.channel.mailbox.MailServerFault;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A whole hub with a mailbox whose first mail its server does not give out. */
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "camel.main.routes-include-pattern=file:routes/*.camel.yaml")
class MailboxPipelineTest extends IntakeHub {

    private static final String CHANNEL = "broken-mailbox";

    @Autowired
    Replay replay;

    @Autowired
    ChannelProblems problems;

    private FakeImap server;

    @AfterEach
    void close() throws Exception {
        context.getRouteController().stopRoute(CHANNEL);
        context.removeRoute(CHANNEL);
        server.close();
    }

    @Test
    void a_mail_that_was_set_aside_becomes_the_ticket_of_its_item_when_it_comes() throws Exception {
        poll(MailServerFault.FETCH_NO);
        server.deliver("one");
        server.deliver("two");
        await().atMost(SOON).until(() -> count("set-aside") == 1 && count("ticketed") == 1);
        Map<String, Object> aside = jdbc.sql("select id, number, reason from item where state = 'set-aside'")
                .query()
                .singleRow();
        assertThat(aside.get("reason").toString())
                .startsWith("UID 1 in folder INBOX of c@redress.test at 127.0.0.1 could not");
        await().atMost(SOON).until(() -> problems.of(CHANNEL).size() == 1);

        server.faults.clear();
        assertThat(replay.replay((UUID) aside.get("id"))).isEqualTo(Replay.Outcome.TRIED_AGAIN);
        await().atMost(SOON).until(() -> count("ticketed") == 2);
        Map<String, Object> item = jdbc.sql("select number, ticket_number, original_size from item where id = ?")
                .param(aside.get("id"))
                .query()
                .singleRow();
        assertThat(item.get("number")).isEqualTo(aside.get("number"));
        assertThat(item.get("ticket_number")).isEqualTo(aside.get("number"));
        assertThat(item.get("original_size")).isEqualTo((long) server.mails.get(1L).length);
        await().atMost(SOON).until(() -> problems.of(CHANNEL).isEmpty());
    }

    private long count(String state) {
        return jdbc.sql("select count(*) from item where channel = ? and state = ?")
                .params(CHANNEL, state)
                .query(Long.class)
                .single();
    }

    private void poll(MailServerFault fault) throws Exception {
        server = new FakeImap(fault);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("kamelet:mail-source?channel=" + CHANNEL + "&protocol=imap&host=127.0.0.1&port=" + server.port()
                                + "&username=c@redress.test&password=x&address=c@redress.test&period=200")
                        .routeId(CHANNEL)
                        .to("direct:hand-off");
            }
        });
    }
}
