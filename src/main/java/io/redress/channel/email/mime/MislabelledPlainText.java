package io.redress.channel.email.mime;

/** Tells text that a mailer calls base64 (RFC 2045, 6.8) and did not encode. */
public final class MislabelledPlainText {

    private static final int SAMPLE = 4096;

    /** Blanks and signs that base64 has none of; a damaged line has a few. */
    private static final double TOO_MANY = 0.05;

    private MislabelledPlainText() {}

    /** What is missing at the end of base64: without it, decoders drop the last character. */
    public static String padding(byte[] base64) {
        int characters = 0;
        for (byte b : base64) {
            if (b == '=') {
                return "";
            }
            characters += isOfBase64(b) ? 1 : 0;
        }
        int rest = characters % 4;
        return rest < 2 ? "" : rest == 2 ? "==" : "=";
    }

    public static boolean are(byte[] body) {
        int length = Math.min(body.length, SAMPLE);
        int foreign = 0;
        int seen = 0;
        for (int i = 0; i < length; i++) {
            byte b = body[i];
            if (b != '\r' && b != '\n') {
                seen++;
                foreign += isOfBase64(b) ? 0 : 1;
            }
        }
        return seen > 0 && foreign > seen * TOO_MANY;
    }

    static boolean isOfBase64(byte b) {
        return (b >= 'A' && b <= 'Z')
                || (b >= 'a' && b <= 'z')
                || (b >= '0' && b <= '9')
                || b == '+'
                || b == '/'
                || b == '=';
    }
}
