package io.redress.figures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps answers that took long: what takes 250 ms or more counts as new for a hundred times as long as it took, ten minutes at
 * most. An answer that is older is given once more, up to half an hour, while a new one is made. So a big ledger's figures cost
 * the database a hundredth of its time, and a small ledger's are never kept.
 */
public final class KeptAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(KeptAnswers.class);
    private static final Duration SHORT = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration OLDEST = Duration.ofMinutes(30);
    private static final int TIMES = 100;
    private static final int MOST = 500;

    private final Clock clock;
    private final Executor background;
    private final Cache<Object, Kept> answers =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** @param at when it was asked for */
    private record Kept(Object value, Instant at, Duration cost, AtomicBoolean renewed) {}

    public KeptAnswers(Clock clock) {
        this(clock, ForkJoinPool.commonPool());
    }

    KeptAnswers(Clock clock, Executor background) {
        this.clock = clock;
        this.background = background;
    }

    /** The answer to a question. Whoever asks while it is made waits for the same one. */
    @SuppressWarnings("unchecked") // a question always has the same kind of answer
    public <T> T of(Object question, Supplier<T> answer) {
        Instant now = clock.instant();
        Kept kept = answers.getIfPresent(question);
        if (kept != null && kept.at().plus(OLDEST).isBefore(now)) {
            answers.asMap().remove(question, kept);
            kept = null;
        }
        if (kept == null) {
            kept = answers.get(question, asked -> made(answer));
        } else if (kept.at().plus(fresh(kept.cost())).isBefore(now)
                && kept.renewed().compareAndSet(false, true)) {
            Kept old = kept;
            background.execute(() -> renew(question, answer, old));
        }
        if (kept.cost().compareTo(SHORT) < 0) {
            answers.asMap().remove(question, kept);
        }
        return (T) kept.value();
    }

    private void renew(Object question, Supplier<?> answer, Kept old) {
        try {
            answers.put(question, made(answer));
        } catch (RuntimeException e) {
            LOG.warn("figures could not be counted again, and older ones are shown: {}", e.getMessage());
            old.renewed().set(false);
        }
    }

    private Kept made(Supplier<?> answer) {
        Instant begun = clock.instant();
        Object value = answer.get();
        return new Kept(value, begun, Duration.between(begun, clock.instant()), new AtomicBoolean());
    }

    private static Duration fresh(Duration cost) {
        Duration times = cost.multipliedBy(TIMES);
        return times.compareTo(LONGEST) < 0 ? times : LONGEST;
    }
}
