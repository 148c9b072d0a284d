package io.redress.user;

import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Codes for those who have lost their authenticator app; each opens once. they have some 79 random bits, so that a plain digest of
 * them can be kept.
 */
public final class RecoveryCodes {

    private static final int CODES = 10;
    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    /** Without those that look like others. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    /** New ones, in groups of four, for the user to keep. */
    public static List<String> random() {
        return Stream.generate(() -> letters(LENGTH))
                .limit(CODES)
                .map(RecoveryCodes::grouped)
                .toList();
    }

    /** What is kept of them. */
    public static Set<String> digests(UUID user, List<String> codes) {
        return codes.stream().map(code -> digest(user, code)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What is kept of one, however it was typed. */
    public static String digest(UUID user, String typed) {
        return DigestUtils.sha256Hex(user + " " + plain(typed));
    }

    /** Whether something typed could be one; a code of an app is shorter. */
    public static boolean isLike(String typed) {
        return plain(typed).length() == LENGTH;
    }

    /** Random letters and digits that are easily told apart. */
    static String letters(int length) {
        return RANDOM.ints(length, 0, LETTERS.length())
                .mapToObj(at -> LETTERS.substring(at, at + 1))
                .collect(Collectors.joining());
    }

    /** In groups of four, which people read better. */
    static String grouped(String letters) {
        return letters.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    private static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }
}
