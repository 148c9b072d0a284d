package io.redress.broker.downstream;

import io.redress.broker.downstream.FairTurnQueue.TooLate;
import io.redress.broker.downstream.FairTurnQueue.Work;
import io.redress.handoff.ConcurrencyCounter;
import java.time.Duration;

/**
 * In which order logins are judged and passwords hashed. Each user at each network, each network and each user's name waits
 * in a line of its own, so that who tries much holds up himself; hashing is done for few at a time, however many ask.
 */
final class LoginQueue {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** More than a user has connections by default, so that all of them may come back at once. */
    private static final int WAITING_UNDER_ONE_NAME = 128;

    private static final int WAITING = 512;

    private final ConcurrencyCounter waitingUnderOneName = new ConcurrencyCounter(WAITING_UNDER_ONE_NAME);
    private final ConcurrencyCounter waiting = new ConcurrencyCounter(WAITING);
    private final FairTurnQueue usersAtNetworks = new FairTurnQueue(1);
    private final FairTurnQueue networks = new FairTurnQueue(2);
    private final FairTurnQueue names = new FairTurnQueue(2);
    private final FairTurnQueue hashing =
            new FairTurnQueue(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    /**
     * Judges a login once those of this user at this network that came before are judged.
     *
     * @throws TooLate when too many wait, or for too long
     */
    <T> T judge(LoginRateLimitKey source, Work<T> judgement) throws InterruptedException {
        if (!waitingUnderOneName.enter(source.named())) {
            throw new TooLate();
        }
        try {
            if (!waiting.enter(source.network())) {
                throw new TooLate();
            }
            try {
                return usersAtNetworks.take(source.named(), end(), judgement);
            } finally {
                waiting.leave(source.network());
            }
        } finally {
            waitingUnderOneName.leave(source.named());
        }
    }

    /**
     * Hashes a password. Of one network, and under one name, two are hashed or wait for a processor, never more. The
     * network's turn comes first: who waits for it keeps no turn of a name that others use, too.
     *
     * @throws TooLate after ten seconds
     */
    boolean hash(LoginRateLimitKey source, Work<Boolean> work) throws InterruptedException {
        long end = end();
        return networks.take(
                source.network(),
                end,
                () -> names.take(source.name(), end, () -> hashing.take("every password", end, work)));
    }

    private static long end() {
        return System.nanoTime() + PATIENCE.toNanos();
    }
}
