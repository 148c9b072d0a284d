package io.redress.handoff;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/** Tells a ticket number that the hub gave lately from one that somebody made up. */
public final class TicketNumberVerifier {

    private final NumberCipher cipher;
    private final LongSupplier blocks;
    private final Clock clock;

    /**
     * @param key that of {@link TicketNumbers}
     * @param blocks how many blocks of counters all nodes together have been dealt so far
     */
    public TicketNumberVerifier(byte[] key, LongSupplier blocks, Clock clock) {
        this.cipher = new NumberCipher(key);
        this.blocks = blocks;
        this.clock = clock;
    }

    /**
     * Whether a number may have been given today or yesterday (UTC). Numbers of the blocks in use that nobody has yet count as
     * given; of the numbers that can be made up, a hub's first million takes one in a thousand.
     *
     * @param number in its canonical form
     */
    public boolean isRecent(String number) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        int counter = Math.max(cipher.counter(number, today), cipher.counter(number, today.minusDays(1)));
        return counter >= 0 && counter < blocks.getAsLong() * NumberBlockAllocator.SIZE;
    }
}
