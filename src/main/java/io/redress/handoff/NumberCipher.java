package io.redress.handoff;

import io.redress.encryption.HmacSha256;
import io.redress.ticket.TicketNumber;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Writes counters as ticket numbers that cannot be guessed from one another, and reads them back. The cipher is a keyed
 * permutation of 30 bits: a balanced Feistel network of 15-bit halves whose round function is HMAC-SHA256 over the day, the
 * round and a half (Luby and Rackoff 1988: four rounds are a strong pseudo-random permutation). A permutation cannot
 * collide, which random digits would: after 10,000 tickets a day, with odds of 1 in 22.
 */
final class NumberCipher {

    /** How many counters there are, from 0 on. */
    static final long COUNTERS = 1L << 30;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final int HALF = 15;
    private static final int MASK = (1 << HALF) - 1;
    private static final int ROUNDS = 4;

    private final HmacSha256 key;

    NumberCipher(byte[] key) {
        this.key = new HmacSha256(key);
    }

    /** The number of a counter on a day. */
    String number(int counter, LocalDate day) {
        return "R-" + DAY.format(day) + "-" + TicketNumber.digits(encipher(counter, day(day)));
    }

    /** The counter of a number, in its canonical form, if that was given on this day; -1 when it names another day. */
    int counter(String number, LocalDate day) {
        String before = "R-" + DAY.format(day) + "-";
        return number.startsWith(before)
                ? decipher(TicketNumber.value(number.substring(before.length())), day(day))
                : -1;
    }

    int encipher(int counter, int day) {
        int left = counter >>> HALF;
        int right = counter & MASK;
        for (int round = 0; round < ROUNDS; round++) {
            int mixed = left ^ mask(day, round, right);
            left = right;
            right = mixed;
        }
        return left << HALF | right;
    }

    private int decipher(int value, int day) {
        int left = value >>> HALF;
        int right = value & MASK;
        for (int round = ROUNDS - 1; round >= 0; round--) {
            int mixed = right ^ mask(day, round, left);
            right = left;
            left = mixed;
        }
        return left << HALF | right;
    }

    private int mask(int day, int round, int half) {
        byte[] input =
                ByteBuffer.allocate(12).putInt(day).putInt(round).putInt(half).array();
        return ByteBuffer.wrap(key.of(input)).getInt() & MASK;
    }

    private static int day(LocalDate day) {
        return (int) day.toEpochDay();
    }
}
