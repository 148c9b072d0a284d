package io.redress.broker;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.Builder;
import org.junit.jupiter.api.Test;

class BatchConsumersTest extends TransactedConsumersTest {

    private static final int MOST = 20;
    private static final int LONG = 50_000;

    /** Messages in each batch, and in those that began with a message that came again. */
    private final List<Integer> sizes = new CopyOnWriteArrayList<>();

    private final List<Integer> takenAgain = new CopyOnWriteArrayList<>();

    @Override
    void consume() throws Exception {
        consume(new BatchConsumers(MOST, LONG), "&mapJmsMessage=false", route -> route.process(
                        exchange -> taken(exchange.getMessage().getBody(MessageBatch.class)))
                .split(Builder.simple("${body.messages}"))
                .stopOnException()
                .setBody(Builder.simple("${body.text}")));
    }

    @Test
    void messages_that_wait_are_given_to_the_route_as_one_and_committed_once() throws Exception {
        send(texts(20));
        commits.clear();
        consume();
        assertThat(taken(20)).containsExactlyElementsOf(texts(20));
        // the broker may not have brought the second when the first is taken
        assertThat(commits).hasSizeBetween(1, 4);
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
        assertThat(sizes).hasSameSizeAs(commits);
    }

    @Test
    void a_batch_has_no_more_messages_than_it_may() throws Exception {
        send(texts(45));
        consume();
        taken(45);
        assertThat(sizes).allMatch(size -> size <= MOST).hasSizeBetween(3, 8);
    }

    @Test
    void a_batch_ends_with_the_message_that_fills_its_memory() throws Exception {
        send(List.of("a", "b".repeat(LONG), "c".repeat(LONG), "d", "e"));
        consume();
        taken(5);
        assertThat(sizes).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void a_message_that_comes_alone_waits_for_no_other() throws Exception {
        consume();
        for (String text : texts(3)) {
            send(List.of(text));
            assertThat(taken(1)).containsExactly(text);
        }
        assertThat(sizes).containsExactly(1, 1, 1);
    }

    @Test
    void what_a_failure_gave_back_comes_again_one_by_one() throws Exception {
        List<String> all = new ArrayList<>(texts(9));
        all.add(4, "broken");
        send(all);
        consume();
        assertThat(taken(9)).containsExactlyInAnyOrderElementsOf(texts(9));
        assertThat(take("DLQ.in", 1)).containsExactly("broken");
        assertThat(take("out", 0)).isEmpty();
        assertThat(takenAgain).isNotEmpty().containsOnly(1);
    }

    private void taken(MessageBatch batch) throws JMSException {
        int size = batch.messages().size();
        sizes.add(size);
        if (batch.messages().get(0).getJMSRedelivered()) {
            takenAgain.add(size);
        }
    }
}
