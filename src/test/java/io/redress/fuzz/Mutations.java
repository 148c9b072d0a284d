package io.redress.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Broken bytes made of sound ones; the same seed makes the same. */
final class Mutations {

    private static final List<String> TOKENS = List.of(
            "\0",
            "\uFEFF",
            "\uD800",
            "%",
            "%00",
            "\"",
            "\\u0000",
            "\\uD800",
            "{",
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
            "1e999999999",
            "-999999999-01-01T00:00:00Z",
            "\r\n\r\n",
            "--X--",
            "=?gb2312?B?",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
            "../../../../etc/passwd",
            "${jndi:ldap://127.0.0.1/x}",
            "${{7*7}}",
            "'; drop table ticket; --",
            "=HYPERLINK(\"http://127.0.0.1\")");

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    /** Some of these bytes cut, doubled, flipped, mixed with others or with what has broken parsers before. */
    byte[] of(byte[]... sound) {
        byte[] bytes = sound[random.nextInt(sound.length)].clone();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(bytes.length + 1);
            switch (random.nextInt(6)) {
                case 0 -> bytes = Arrays.copyOf(bytes, at);
                case 1 -> bytes = joined(bytes, at, Arrays.copyOfRange(bytes, at, bytes.length));
                case 2 -> flip(bytes);
                case 3 -> bytes = joined(bytes, at, sound[random.nextInt(sound.length)]);
                case 4 -> bytes = joined(bytes, at, noise());
                default -> bytes = joined(bytes, at, token());
            }
        }
        return bytes;
    }

    /** One of a list. */
    <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    List<byte[]> many(int count, byte[]... sound) {
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(of(sound));
        }
        return all;
    }

    private byte[] token() {
        return one(TOKENS).repeat(random.nextInt(20) == 0 ? 5_000 : 1).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(64)];
        random.nextBytes(noise);
        return noise;
    }

    private void flip(byte[] bytes) {
        for (int i = 0; i < 8 && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
    }

    private static byte[] joined(byte[] bytes, int at, byte[] other) {
        byte[] joined = new byte[bytes.length + other.length];
        System.arraycopy(bytes, 0, joined, 0, at);
        System.arraycopy(other, 0, joined, at, other.length);
        System.arraycopy(bytes, at, joined, at + other.length, bytes.length - at);
        return joined;
    }
}
