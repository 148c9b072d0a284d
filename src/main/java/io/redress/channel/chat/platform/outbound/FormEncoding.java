package io.redress.channel.chat.platform.outbound;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The encoding of form fields (URL Living Standard, {@code application/x-www-form-urlencoded}). */
final class FormEncoding {

    private FormEncoding() {}

    static String of(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
