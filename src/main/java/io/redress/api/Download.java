package io.redress.api;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Bytes of strangers, to be saved and never shown: no type of theirs, no sniffing, and a sandbox should a browser show them. */
final class Download {

    private static final String UNRESERVED = "!#$&+-.^_`|~";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private Download() {}

    /** @param name the file's, as its sender may have written it */
    static HttpHeaders headers(String name) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_OCTET_STREAM);
        headers.set(HttpHeaders.CONTENT_DISPOSITION, disposition(name));
        return harmless(headers);
    }

    /** For a picture, which a browser may draw. */
    static HttpHeaders picture(String contentType) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType(contentType));
        headers.set(HttpHeaders.CONTENT_DISPOSITION, "inline");
        return harmless(headers);
    }

    private static HttpHeaders harmless(HttpHeaders headers) {
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "sandbox; default-src 'none'");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        return headers;
    }

    /** By RFC 6266: the name in ASCII for old programs, and as it is by RFC 8187. */
    static String disposition(String name) {
        var plain = new StringBuilder();
        var encoded = new StringBuilder();
        name.codePoints()
                .map(character -> character < ' ' || character == 127 ? '_' : character)
                .forEach(character -> {
                    boolean quotable = character < 127 && "\"\\%/".indexOf(character) < 0;
                    plain.appendCodePoint(quotable ? character : '_');
                    encode(encoded, new String(Character.toChars(character)));
                });
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }

    private static void encode(StringBuilder to, String character) {
        char first = character.charAt(0);
        if (first < 127 && (Character.isLetterOrDigit(first) || UNRESERVED.indexOf(first) >= 0)) {
            to.append(first);
            return;
        }
        for (byte one : character.getBytes(StandardCharsets.UTF_8)) {
            to.append('%').append(HEX[(one >> 4) & 0xF]).append(HEX[one & 0xF]);
        }
    }
}
