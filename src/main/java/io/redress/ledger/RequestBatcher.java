package io.redress.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests that arrive at the same time in one batch, as a group commit does: while one batch is under way the next
 * one gathers. A request that comes alone is answered at once. For any number of threads; each waits for its own answer.
 * Whose thread answers for the others is chance: none of them may be within a transaction.
 *
 * @param <Q> a request
 * @param <A> its answer
 */
public final class RequestBatcher<Q, A> {

    /** As a connection is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Function<List<Q>, List<A>> answers;
    private final int most;
    private final Queue<Pending<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final Lock busy = new ReentrantLock();

    /**
     * @param answers gives an answer for each request, in the same order; what it throws, all of its requests throw
     * @param most requests in a batch
     */
    public RequestBatcher(Function<List<Q>, List<A>> answers, int most) {
        this.answers = answers;
        this.most = most;
    }

    /** A request that waits; its thread sees the answer once it has the lock. */
    private static final class Pending<Q, A> {
        private final Q request;
        private @Nullable A answer;
        private @Nullable Throwable failure;

        Pending(Q request) {
            this.request = request;
        }

        boolean isAnswered() {
            return answer != null || failure != null;
        }
    }

    /**
     * The answer to a request.
     *
     * @throws IllegalStateException when those before it take too long; it may be answered later, for nobody
     */
    public A answer(Q request) {
        var own = new Pending<Q, A>(request);
        waiting.add(own);
        await();
        try {
            while (!own.isAnswered()) { // not in this thread's first batch when many wait
                answerNext();
            }
        } finally {
            busy.unlock();
        }
        if (own.answer != null) {
            return own.answer;
        }
        if (own.failure instanceof Error error) {
            throw error;
        }
        throw own.failure instanceof RuntimeException exception ? exception : new IllegalStateException(own.failure);
    }

    private void await() {
        try {
            if (!busy.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("no answer within " + PATIENCE.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void answerNext() {
        List<Pending<Q, A>> batch = new ArrayList<>();
        for (Pending<Q, A> next = waiting.poll(); next != null; next = batch.size() < most ? waiting.poll() : null) {
            batch.add(next);
        }
        try {
            List<A> given = answers.apply(batch.stream().map(one -> one.request).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer = given.get(i);
            }
        } catch (RuntimeException | Error e) { // else the others would wait for ever
            batch.forEach(one -> one.failure = e);
        }
    }
}
