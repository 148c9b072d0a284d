package io.redress.channel.email;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** Names a mail by what it says, for mailers that give no Message-ID or the same one to different mails. */
final class MailFingerprint {

    /** Fields that change with every delivery of the same mail. */
    private static final Pattern TRACE = Pattern.compile(
            "(received|delivered-to|return-path|envelope-to|x-.*|authentication-results|arc-.*|dkim-signature|status|received-spf)");

    private final MessageDigest digest = DigestUtils.getSha256Digest();

    private MailFingerprint() {}

    /** 16 hex digits over texts. */
    static String of(String... texts) {
        var fingerprint = new MailFingerprint();
        for (String text : texts) {
            fingerprint.digest.update(text.getBytes(StandardCharsets.UTF_8));
            fingerprint.digest.update((byte) 0);
        }
        return fingerprint.hex().substring(0, 16);
    }

    /** {@code sha256:<hex>} over a mail without its trace fields; line ends do not count. */
    static String of(byte[] mail) {
        var fingerprint = new MailFingerprint();
        int at = 0;
        boolean trace = false;
        while (at < mail.length) {
            int end = at;
            while (end < mail.length && mail[end] != '\n') {
                end++;
            }
            int length = end - at - (end > at && mail[end - 1] == '\r' ? 1 : 0);
            if (length == 0) {
                break;
            }
            boolean folded = mail[at] == ' ' || mail[at] == '\t';
            trace = folded ? trace : isTrace(mail, at, length);
            if (!trace) {
                fingerprint.digest.update(mail, at, length);
                fingerprint.digest.update((byte) '\n');
            }
            at = end + 1;
        }
        fingerprint.updateWithoutCarriageReturns(mail, Math.min(at, mail.length));
        return "sha256:" + fingerprint.hex();
    }

    private static boolean isTrace(byte[] mail, int at, int length) {
        String line = new String(mail, at, Math.min(length, 60), StandardCharsets.ISO_8859_1);
        int colon = line.indexOf(':');
        return colon > 0
                && TRACE.matcher(line.substring(0, colon).strip().toLowerCase(Locale.ROOT))
                        .matches();
    }

    private void updateWithoutCarriageReturns(byte[] bytes, int from) {
        int start = from;
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\r') {
                digest.update(bytes, start, i - start);
                start = i + 1;
            }
        }
        digest.update(bytes, start, bytes.length - start);
    }

    private String hex() {
        return Hex.encodeHexString(digest.digest());
    }
}
