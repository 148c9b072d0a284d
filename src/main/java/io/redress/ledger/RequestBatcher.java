package io.redress.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests that come at once together, as a group commit does: while one batch is under way the next one gathers.
 * A request that comes alone is answered at once. For any number of threads; each waits for its own answer. Whose thread
 * answers for the others is chance: none of them may be within a transaction.
 *
 * @param <Q> a request
 * @param <A> its answer
 */
public final class RequestBatcher<Q, A> {

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
        private @Nullable RuntimeException failure;

        Pending(Q request) {
            this.request = request;
        }

        boolean isAnswered() {
            return answer != null || failure != null;
        }
    }

    public A answer(Q request) {
        var own = new Pending<Q, A>(request);
        waiting.add(own);
        busy.lock();
        try {
            while (!own.isAnswered()) { // not in this thread's first batch when many wait
                answerNext();
            }
        } finally {
            busy.unlock();
        }
        if (own.answer == null) {
            throw own.failure == null ? new IllegalStateException("no answer") : own.failure;
        }
        return own.answer;
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
        } catch (RuntimeException e) {
            batch.forEach(one -> one.failure = e);
        }
    }
}
