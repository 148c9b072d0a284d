package io.redress.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestBatcherTest {

    private static final int MOST = 5;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<List<Integer>> batches = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void stop() {
        goOn.countDown();
        threads.shutdownNow();
    }

    @Test
    void a_request_that_comes_alone_is_a_batch_of_its_own() {
        var doubled = new RequestBatcher<>(this::doubled, MOST);
        assertThat(doubled.answer(1)).isEqualTo(2);
        assertThat(doubled.answer(2)).isEqualTo(4);
        assertThat(batches).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void requests_that_come_while_a_batch_is_under_way_are_answered_together_each_with_its_own_answer()
            throws Exception {
        var doubled = new RequestBatcher<Integer, Integer>(this::heldAtFirst, 100);
        CompletableFuture<Integer> first = ask(doubled, 0);
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        List<CompletableFuture<Integer>> others = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            others.add(ask(doubled, i));
        }
        assertThat(first).isNotDone();
        goOn.countDown();
        for (int i = 1; i <= 20; i++) {
            assertThat(others.get(i - 1).get(30, TimeUnit.SECONDS)).isEqualTo(2 * i);
        }
        assertThat(batches.stream().mapToInt(List::size).sum()).isEqualTo(21);
    }

    @Test
    void a_batch_has_no_more_requests_than_it_may_and_none_is_forgotten() throws Exception {
        var doubled = new RequestBatcher<>(this::doubled, MOST);
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(ask(doubled, i));
        }
        for (int i = 0; i < 200; i++) {
            assertThat(all.get(i).get(30, TimeUnit.SECONDS)).isEqualTo(2 * i);
        }
        assertThat(batches).allMatch(batch -> batch.size() <= MOST);
    }

    @Test
    void a_failure_is_told_to_each_of_its_batch_and_to_nobody_after_it() {
        var refusing = new RequestBatcher<Integer, Integer>(
                numbers -> {
                    if (numbers.contains(13)) {
                        throw new IllegalArgumentException("no luck");
                    }
                    return doubled(numbers);
                },
                MOST);
        assertThatThrownBy(() -> refusing.answer(13)).hasMessage("no luck");
        assertThat(refusing.answer(14)).isEqualTo(28);
    }

    @Test
    void an_error_is_told_to_each_of_its_batch_too() throws Exception {
        var failing = new RequestBatcher<Integer, Integer>(
                numbers -> {
                    heldAtFirst(numbers);
                    throw new AssertionError("out of luck");
                },
                100);
        CompletableFuture<Integer> first = ask(failing, 0);
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        List<CompletableFuture<Integer>> others = List.of(ask(failing, 1), ask(failing, 2));
        goOn.countDown();
        assertThatThrownBy(() -> first.get(30, TimeUnit.SECONDS)).hasRootCauseInstanceOf(AssertionError.class);
        for (CompletableFuture<Integer> other : others) {
            assertThatThrownBy(() -> other.get(30, TimeUnit.SECONDS)).hasRootCauseInstanceOf(AssertionError.class);
        }
    }

    private CompletableFuture<Integer> ask(RequestBatcher<Integer, Integer> batcher, int number) {
        return CompletableFuture.supplyAsync(() -> batcher.answer(number), threads);
    }

    private List<Integer> heldAtFirst(List<Integer> numbers) {
        if (numbers.contains(0)) {
            begun.countDown();
            try {
                goOn.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return doubled(numbers);
    }

    private List<Integer> doubled(List<Integer> numbers) {
        batches.add(List.copyOf(numbers));
        return numbers.stream().map(number -> 2 * number).toList();
    }
}
