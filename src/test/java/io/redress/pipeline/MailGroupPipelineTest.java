package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.Redress;
import io.redress.channel.mailbox.FakeImap;
import io.redress.channel.mailbox.MailboxChannel;
import io.redress.intake.RawMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A whole hub with a mailbox in which many mails wait. */
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "camel.main.routes-include-pattern=file:routes/*.camel.yaml")
class MailGroupPipelineTest extends IntakeHub {

    /** Of the one context of this class. */
    private static final AtomicReference<Step> afterwards = new AtomicReference<>();

    private static final int MAILS = 20;
    private static final long REFUSED = 7;

    @Autowired
    BrokerService broker;

    private FakeImap server;
    private String channel;

    @BeforeEach
    void fill(TestInfo test) throws Exception {
        channel = "mailbox-" + Integer.toHexString(test.getDisplayName().hashCode());
        server = new FakeImap();
        for (int i = 1; i <= MAILS; i++) {
            server.deliver("m" + i + "-" + System.nanoTime());
        }
    }

    @AfterEach
    void close() throws Exception {
        afterwards.set(raw -> {});
        context.getRouteController().stopRoute(channel);
        context.removeRoute(channel);
        server.close();
        jdbc.sql("truncate mailbox, mailbox_mail").update();
    }

    @Test
    void the_mails_of_a_group_are_in_the_queue_all_at_once_and_one_that_is_not_handed_off_takes_none_along()
            throws Exception {
        context.getRouteController().suspendRoute("intake-mail");
        List<Long> inQueue = new CopyOnWriteArrayList<>();
        poll(raw -> {
            inQueue.add(waiting());
            if (MailboxChannel.text(raw).contains("Order m" + REFUSED + "-")) {
                throw new IllegalStateException("this one is refused after it was sent");
            }
        });
        long[] others =
                LongStream.rangeClosed(1, MAILS).filter(uid -> uid != REFUSED).toArray();
        await().atMost(SOON).until(() -> server.seen.size() == others.length);
        assertThat(server.seen).doesNotContain(REFUSED);
        assertThat(inQueue.subList(0, (int) REFUSED))
                .as("the first one alone; of the group, which breaks off at the seventh, nothing yet")
                .containsOnly(1L);
        context.getRouteController().stopRoute(channel);
        assertThat(jdbc.sql("select count(*) from mailbox_mail")
                        .query(Long.class)
                        .single())
                .isEqualTo(others.length);

        context.getRouteController().resumeRoute("intake-mail");
        await().atMost(SOON).until(() -> count("ticketed") == MAILS);
        assertThat(jdbc.sql("select count(distinct ticket_number) from item where channel = ? and state = 'ticketed'")
                        .param(channel)
                        .query(Long.class)
                        .single())
                .isEqualTo(MAILS);
        assertThat(ofOthers("duplicate")).isZero();
    }

    @Test
    void mails_that_are_handed_off_and_not_written_down_are_marked_later_and_are_no_second_tickets() throws Exception {
        jdbc.sql("alter table mailbox_mail add constraint broken check (false) not valid")
                .update();
        try {
            poll(raw -> {});
            await().atMost(SOON).until(() -> count("ticketed") == MAILS && count("duplicate") > 0);
            assertThat(server.seen).isEmpty();
        } finally {
            jdbc.sql("alter table mailbox_mail drop constraint broken").update();
        }
        await().atMost(SOON).until(() -> server.seen.size() == MAILS && waiting() == 0);
        assertThat(count("ticketed")).isEqualTo(MAILS);
        assertThat(jdbc.sql("select count(*) from item where channel = ? and state not in ('ticketed', 'duplicate')")
                        .param(channel)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long count(String state) {
        return jdbc.sql("select count(*) from item where channel = ? and state = ?")
                .params(channel, state)
                .query(Long.class)
                .single();
    }

    /** Items in this state but for the refused mail's, which was sent by itself each time that it was tried. */
    private long ofOthers(String state) {
        return jdbc.sql("select count(*) from item where channel = ? and state = ? and source_key not like ?")
                .params(channel, state, "%m" + REFUSED + "-%")
                .query(Long.class)
                .single();
    }

    private long waiting() throws Exception {
        return broker.getDestination(new ActiveMQQueue("intake.mail"))
                .getDestinationStatistics()
                .getMessages()
                .getCount();
    }

    /** What the hand-off does after it has sent an arrival. */
    private interface Step {
        void take(RawMessage raw) throws Exception;
    }

    private void poll(Step step) throws Exception {
        if (afterwards.getAndSet(step) == null) {
            AdviceWith.adviceWith(context, "hand-off", route -> route.weaveAddLast()
                    .process(exchange ->
                            afterwards.get().take(exchange.getMessage().getBody(RawMessage.class))));
        }
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("kamelet:mail-source?channel=" + channel + "&protocol=imap&host=127.0.0.1&port=" + server.port()
                                + "&username=c@redress.test&password=x&address=c@redress.test&period=200")
                        .routeId(channel)
                        .to("direct:hand-off");
            }
        });
    }
}
