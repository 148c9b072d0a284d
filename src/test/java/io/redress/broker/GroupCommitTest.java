package io.redress.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupCommitTest extends TransactedConsumersTest {

    @Override
    void consume() throws Exception {
        consume(new GroupCommit(20, Duration.ofMinutes(1)), "", route -> route);
    }

    @Test
    void messages_that_wait_leave_their_queue_in_few_transactions() throws Exception {
        send(texts(20));
        commits.clear();
        consume();
        assertThat(taken(20)).containsExactlyElementsOf(texts(20));
        // the broker may not have brought the second when the first is done
        assertThat(commits).hasSizeBetween(1, 4);
    }

    @Test
    void a_group_has_no_more_messages_than_it_may() throws Exception {
        send(texts(45));
        commits.clear();
        consume();
        taken(45);
        assertThat(commits).hasSizeBetween(3, 8);
    }

    @Test
    void a_message_that_comes_alone_waits_for_no_other() throws Exception {
        consume();
        for (String text : texts(3)) {
            send(List.of(text));
            assertThat(taken(1)).containsExactly(text);
        }
    }

    @Test
    void what_broke_off_a_group_is_taken_back_from_none_of_the_others() throws Exception {
        List<String> all = new ArrayList<>(texts(9));
        all.add(4, "broken");
        send(all);
        consume();
        assertThat(taken(9)).containsExactlyInAnyOrderElementsOf(texts(9));
        assertThat(take("DLQ.in", 1)).containsExactly("broken");
        assertThat(take("out", 0)).isEmpty();
    }
}
