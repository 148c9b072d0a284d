package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.Redress;
import io.redress.intake.RawMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** What many customers wrote while the hub was away, read in one poll and worked on by eight consumers. */
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"camel.main.routes-include-pattern=file:routes/*.camel.yaml", "redress.intake.consumers=8"})
class ThreadsAtOncePipelineTest extends IntakeHub {

    private static final int CUSTOMERS = 40;
    private static final int MAILS = 4;

    @Test
    void forty_customers_with_four_mails_each_are_forty_tickets() throws Exception {
        Map<Integer, List<RawMessage>> threads = atOnce(customer -> "customer" + customer + "@example.com");
        threads.values().forEach(this::isOneTicket);
        assertThat(tickets(threads)).hasSize(CUSTOMERS);
        assertThat(threads.values())
                .allSatisfy(thread -> assertThat(state(thread.get(0))).isEqualTo("ticketed"));
    }

    @Test
    void as_many_threads_of_one_customer_are_as_many_tickets() throws Exception {
        Map<Integer, List<RawMessage>> threads = atOnce(customer -> "one@example.com");
        threads.values().forEach(this::isOneTicket);
        assertThat(tickets(threads)).hasSize(CUSTOMERS);
    }

    private interface Sender {
        String of(int customer);
    }

    /** Each customer's mails lie side by side, and each names only the one before it. */
    private Map<Integer, List<RawMessage>> atOnce(Sender sender) throws Exception {
        context.getRouteController().suspendRoute("intake");
        Map<Integer, List<RawMessage>> threads = new TreeMap<>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            String from = sender.of(customer);
            List<RawMessage> thread = new ArrayList<>();
            for (int mail = 0; mail < MAILS; mail++) {
                thread.add(handedOff("complaints-mailbox", "email", mail(from, customer + "." + from, mail), null));
            }
            threads.put(customer, thread);
        }
        context.getRouteController().resumeRoute("intake");
        awaitEnded(threads.values().stream().flatMap(List::stream).toList());
        return threads;
    }

    private static String mail(String from, String thread, int mail) {
        String id = "<" + mail + "." + thread + ">";
        String answers = mail == 0 ? "" : "In-Reply-To: <" + (mail - 1) + "." + thread + ">\r\n";
        return "From: " + from + "\r\nTo: shop@example.com\r\nSubject: the kettle\r\nMessage-ID: " + id + "\r\n"
                + answers + "\r\nThe kettle leaks, mail " + mail + ".\r\n";
    }

    private void isOneTicket(List<RawMessage> thread) {
        assertThat(thread).hasSize(MAILS);
        assertThat(thread.stream().map(this::ticketOf)).containsOnly(ticketOf(thread.get(0)));
    }

    private HashSet<String> tickets(Map<Integer, List<RawMessage>> threads) {
        var tickets = new HashSet<String>();
        threads.values().forEach(thread -> tickets.add(ticketOf(thread.get(0))));
        return tickets;
    }
}
