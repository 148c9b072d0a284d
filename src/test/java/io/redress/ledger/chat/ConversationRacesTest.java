package io.redress.ledger.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.encryption.DataEncryption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Several nodes at once. */
class ConversationRacesTest extends ConversationRows {

    @Test
    void nodes_that_claim_at_once_get_each_conversation_once() throws Exception {
        for (int n = 0; n < 200; n++) {
            collect("m" + n, "user" + n, "漏水", NOON);
        }
        var up = new ArrayList<Conversations>();
        for (int node = 0; node < 4; node++) {
            up.add(new Conversations(jdbc, limits, DataEncryption.none(), clock));
            assertThat(up.get(node).claimQuiet(7)).isEmpty();
        }
        clock.pass(QUIET);
        var claimed = Collections.synchronizedList(new ArrayList<String>());
        var start = new CountDownLatch(1);
        var nodes = Executors.newFixedThreadPool(4);
        for (Conversations own : up) {
            nodes.submit(() -> {
                start.await();
                List<QuietConversation> batch;
                do {
                    batch = own.claimQuiet(7);
                    batch.forEach(quiet -> claimed.add(quiet.id()));
                } while (!batch.isEmpty());
                return null;
            });
        }
        start.countDown();
        nodes.shutdown();
        assertThat(nodes.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        assertThat(claimed).hasSize(200);
        assertThat(new HashSet<>(claimed)).hasSize(200);
    }

    @Test
    void messages_that_arrive_while_conversations_are_claimed_are_neither_lost_nor_doubled() throws Exception {
        int messages = 300;
        conversations = new Conversations(
                jdbc, new ConversationLimits(10, 3, Duration.ofMinutes(1)), DataEncryption.none(), clock);
        var writers = Executors.newFixedThreadPool(3);
        for (int writer = 0; writer < 3; writer++) {
            int first = writer;
            writers.submit(() -> {
                for (int n = first; n < messages; n += 3) {
                    collect("m" + n, "li", "m" + n, NOON.plusSeconds(n));
                }
                return null;
            });
        }
        writers.shutdown();
        var heard = new ArrayList<String>();
        while (!writers.awaitTermination(1, TimeUnit.MILLISECONDS)) {
            hear(heard);
        }
        clock.pass(QUIET);
        hear(heard);

        assertThat(heard).hasSize(messages);
        assertThat(new HashSet<>(heard)).hasSize(messages);
    }

    private void hear(List<String> heard) {
        for (QuietConversation quiet : conversations.claimQuiet(10)) {
            heard.addAll(texts(quiet));
            conversations.handedOff(quiet.id());
        }
    }
}
