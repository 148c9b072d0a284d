package io.redress.handoff;

import io.redress.encryption.HmacSha256;
import io.redress.ticket.TicketNumber;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Gives ticket numbers at the hand-off: never the same twice, and not to be guessed from one another.
 *
 * <p>A counter, dealt in blocks, is enciphered with a keyed permutation of 30 bits: a balanced Feistel network of 15-bit
 * halves whose round function is HMAC-SHA256 over the day, the round and a half (Luby and Rackoff 1988: four rounds are
 * a strong pseudo-random permutation). A permutation cannot collide, which random digits would: after 10,000 tickets a
 * day, with odds of 1 in 22. One block is always held in reserve, so that intake goes on while the database is away.
 */
public final class TicketNumbers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final int HALF = 15;
    private static final int MASK = (1 << HALF) - 1;
    private static final int ROUNDS = 4;

    private final NumberBlocks blocks;
    private final HmacSha256 key;
    private final Clock clock;

    private long next;
    private long end;
    private CompletableFuture<Long> reserve;

    /** Takes its first block at once, and fails if there is none to be had. */
    public TicketNumbers(NumberBlocks blocks, byte[] key, Clock clock) {
        this.blocks = blocks;
        this.key = new HmacSha256(key);
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
        int counter = (int) (count() & ((1L << 2 * HALF) - 1));
        return "R-" + DAY.format(today) + "-" + TicketNumber.digits(permute(counter, (int) today.toEpochDay()));
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
        next = block * NumberBlocks.SIZE;
        end = next + NumberBlocks.SIZE;
        reserve = CompletableFuture.supplyAsync(blocks::next);
    }

    int permute(int counter, int day) {
        int left = counter >>> HALF;
        int right = counter & MASK;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] input = ByteBuffer.allocate(12)
                    .putInt(day)
                    .putInt(round)
                    .putInt(right)
                    .array();
            int mixed = left ^ (ByteBuffer.wrap(key.of(input)).getInt() & MASK);
            left = right;
            right = mixed;
        }
        return left << HALF | right;
    }
}
