package io.redress.survey;

import io.redress.encryption.HmacSha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Draws the tickets that are surveyed: by a keyed hash of the number, so that a repeat decides the same. */
public final class SurveySampling {

    /** 2 to the power of 53: as many steps as a double between 0 and 1 can tell apart. */
    private static final double STEPS = 1L << 53;

    private final HmacSha256 code;

    /** {@code key}: the same on all nodes, unknown outside, so that nobody can choose a number that is never drawn. */
    public SurveySampling(byte[] key) {
        this.code = HmacSha256.unguessable(key);
    }

    /** {@code percent}: how many of a hundred tickets are drawn, 0 to 100. */
    boolean draws(String ticket, double percent) {
        byte[] hash = code.of(ticket.getBytes(StandardCharsets.UTF_8));
        double place = (ByteBuffer.wrap(hash).getLong() >>> 11) / STEPS;
        return place * 100 < percent;
    }
}
