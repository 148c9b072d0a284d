package io.redress.channel.sender;

/**
 * What a sender wants to read, word for word.
 *
 * @param status 200 to 299
 */
public record FixedAnswer(int status, String contentType, String text) {

    public static final String PLAIN = "text/plain;charset=utf-8";

    /** 200 and nothing to read. */
    public static final FixedAnswer OK = ok("");

    /** 200 and a text. */
    public static FixedAnswer ok(String text) {
        return new FixedAnswer(200, PLAIN, text);
    }
}
