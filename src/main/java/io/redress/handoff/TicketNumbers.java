package io.redress.handoff;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Gives ticket numbers at the hand-off: never the same twice, and not to be guessed from one another. A counter, dealt in
 * blocks, is enciphered ({@link NumberCipher}). One block is always held in reserve, so that intake goes on while the
 * database is away.
 */
public final class TicketNumbers {

    private final NumberBlockAllocator blocks;
    private final NumberCipher cipher;
    private final Clock clock;

    private long next;
    private long end;
    private CompletableFuture<Long> reserve;

    /** Takes its first block at once, and fails if there is none to be had. */
    public TicketNumbers(NumberBlockAllocator blocks, byte[] key, Clock clock) {
        this.blocks = blocks;
        this.cipher = new NumberCipher(key);
        this.clock = clock;
        this.reserve = CompletableFuture.completedFuture(blocks.next());
        take();
    }

    /**
     * A new number, of today in UTC.
     *
     * @throws IllegalStateException when both blocks are used up and no new one can be had
     */
    public String next() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return cipher.number((int) (count() % NumberCipher.COUNTERS), today);
    }

    private synchronized long count() {
        if (next == end) {
            take();
        }
        return next++;
    }

    private synchronized void take() {
        long block;
        try {
            block = reserve.join();
        } catch (CompletionException e) {
            try {
                block = blocks.next();
            } catch (RuntimeException again) {
                throw new IllegalStateException(
                        "no ticket numbers left: the database that deals them has been away too long", again);
            }
        }
        next = block * NumberBlockAllocator.SIZE;
        end = next + NumberBlockAllocator.SIZE;
        reserve = CompletableFuture.supplyAsync(blocks::next);
    }
}
