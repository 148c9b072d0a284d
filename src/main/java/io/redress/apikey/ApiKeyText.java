package io.redress.apikey;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * How the hub writes a key: {@code rdk_}, 43 characters of 256 random bits, and 6 characters of the CRC-32 of these, all of the
 * digits and letters of Base62. The beginning and the checksum let people and scanners of secrets recognise one without asking a
 * hub; the form is that of GitHub's tokens.
 */
public final class ApiKeyText {

    public static final String PREFIX = "rdk_";

    /** In front of a hash in a file of configuration. */
    public static final String HASHED = "{sha256}";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int BITS = 256;
    private static final int RANDOM_LENGTH = 43; // 62^43 > 2^256
    private static final int CHECK_LENGTH = 6;
    private static final Pattern FORM = Pattern.compile("rdk_[0-9A-Za-z]{49}");
    private static final Pattern HASH = Pattern.compile("\\{sha256}[0-9a-f]{64}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private ApiKeyText() {}

    /** A new key, for one pair of eyes. */
    public static String random() {
        String random = base62(new BigInteger(BITS, RANDOM), RANDOM_LENGTH);
        return PREFIX + random + check(random);
    }

    /** Whether a text has the form of a key with the right checksum; it may still be the key of another hub. */
    public static boolean isWellFormed(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        String random = text.substring(PREFIX.length(), PREFIX.length() + RANDOM_LENGTH);
        return text.endsWith(check(random));
    }

    /** What is kept of a key. A fast hash is enough for 256 random bits: nobody tries them all. */
    public static byte[] hash(String key) {
        return DigestUtils.sha256(key);
    }

    /** A hash as files of configuration have it: {@code {sha256}} and 64 hexadecimal digits. */
    public static String written(byte[] hash) {
        return HASHED + HexFormat.of().formatHex(hash);
    }

    public static boolean isHash(String written) {
        return HASH.matcher(written).matches();
    }

    /** The hash that {@link #written} gave. */
    static byte[] readHash(String written) {
        return HexFormat.of().parseHex(written.substring(HASHED.length()));
    }

    private static String check(String random) {
        var crc = new CRC32();
        crc.update(random.getBytes(StandardCharsets.US_ASCII));
        return base62(BigInteger.valueOf(crc.getValue()), CHECK_LENGTH);
    }

    private static String base62(BigInteger number, int length) {
        var text = new StringBuilder();
        BigInteger rest = number;
        for (int i = 0; i < length; i++) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            text.append(DIGITS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return text.reverse().toString();
    }
}
