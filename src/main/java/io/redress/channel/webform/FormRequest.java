package io.redress.channel.webform;

import io.redress.channel.webform.body.Form;
import io.redress.channel.webform.origin.RequestOrigin;
import io.redress.handoff.SourceNetwork;
import io.redress.web.AcceptHeader;
import io.redress.web.Languages;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the hub wants to know of a form post besides its body.
 *
 * @param contentType as sent; null when it was not
 * @param contentEncoding {@code gzip} and the like; null when the body is plain
 * @param html whether a person at a browser waits for the answer
 * @param chosenLanguage by {@code ?lang=}; null when it was not
 * @param idempotencyKey the header as sent; null when it was not
 * @param client the sender's address, for limits and to tell double clicks; of it only a {@link NetworkDigest} is kept
 * @param origin of the page that sends it
 * @param number of the status link by which it came, from the address; null when it has none
 * @param token of that link; it is in the address, so that it is not kept with the form
 */
public record FormRequest(
        FormChannel channel,
        @Nullable String contentType,
        @Nullable String contentEncoding,
        boolean html,
        @Nullable String chosenLanguage,
        @Nullable String acceptLanguage,
        @Nullable String idempotencyKey,
        String client,
        RequestOrigin origin,
        @Nullable String number,
        @Nullable String token) {

    /** Camel's header for it, in small letters. */
    private static final String METHOD = "camelhttpmethod";

    static FormRequest of(FormChannel channel, Map<String, Object> headers, String client) {
        Map<String, String> sent = new HashMap<>();
        headers.forEach((name, value) -> {
            if (value instanceof String text) {
                sent.put(name.toLowerCase(Locale.ROOT), text);
            }
        });
        return new FormRequest(
                channel,
                sent.get("content-type"),
                sent.get("content-encoding"),
                AcceptHeader.prefersHtml(sent.get("accept")),
                sent.get(FormAttributes.LANGUAGE_FIELD),
                sent.get("accept-language"),
                sent.get("idempotency-key"),
                client,
                RequestOrigin.of(sent.get(METHOD), sent),
                sent.get("number"),
                sent.get("token"));
    }

    /** The language of the answer; {@code form} is null when the post could not be read. */
    String language(@Nullable Form form) {
        String ofThePage = form == null ? null : form.first(FormAttributes.LANGUAGE_FIELD);
        return Languages.best(chosenLanguage == null ? ofThePage : chosenLanguage, acceptLanguage);
    }

    /** What limits by address count by; for copies of the kamelet without bean {@code channelRequestReader}. */
    public String network() {
        return SourceNetwork.of(client);
    }

    String plainContentType() {
        return Objects.requireNonNullElse(contentType, "");
    }
}
