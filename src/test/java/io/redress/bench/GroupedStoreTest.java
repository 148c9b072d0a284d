package io.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupedStoreTest {

    private static final int MOST = 50;
    private static final int LATER = 119;

    private final ExecutorService senders = Executors.newCachedThreadPool();
    private final List<Integer> groups = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        senders.shutdownNow();
    }

    @Test
    void what_waits_while_a_group_is_written_is_written_together_but_no_more_than_allowed() throws Exception {
        var firstMayEnd = new CompletableFuture<Void>();
        var store = new GroupedStore(
                complaints -> {
                    groups.add(complaints.size());
                    firstMayEnd.join();
                },
                MOST,
                1);
        List<Future<?>> answers = new ArrayList<>(List.of(send(store, 0)));
        await().until(() -> groups.size() == 1);
        for (int i = 1; i <= LATER; i++) {
            answers.add(send(store, i));
        }
        await().until(() -> store.waiting() == LATER);
        assertThat(answers).noneMatch(Future::isDone);

        firstMayEnd.complete(null);
        for (Future<?> answer : answers) {
            answer.get();
        }
        assertThat(groups).containsExactly(1, MOST, MOST, LATER - 2 * MOST);
    }

    @Test
    void a_group_that_is_not_written_is_refused_and_the_next_is_written() throws Exception {
        var attempts = new AtomicInteger();
        var store = new GroupedStore(
                complaints -> {
                    if (attempts.getAndIncrement() == 0) {
                        throw new IllegalStateException("the disk is full");
                    }
                },
                MOST,
                1);
        assertThatThrownBy(() -> store.store(complaint(0)))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("the disk is full");
        store.store(complaint(1));
        assertThat(attempts).hasValue(2);
    }

    private Future<?> send(ComplaintStore store, int number) {
        return senders.submit(() -> {
            store.store(complaint(number));
            return null;
        });
    }

    private static ComplaintStore.Complaint complaint(int number) {
        return new ComplaintStore.Complaint(ComplaintTracker.marker(number), "quality", "{}");
    }
}
