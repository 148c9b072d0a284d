package io.redress.channel.chat.platform.outbound;

import io.redress.channel.sms.SmsText;
import io.redress.reply.ReplyRefused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The values of a request for a message, by name.
 *
 * @param settings of the channel
 */
record SendValues(SendRule send, Map<String, String> settings, Clock clock) {

    /** A text that no other request has. */
    static final String NONCE = "nonce";
    /** As {@code 2026-11-28T10:00:00Z}. */
    static final String ISO = "time.iso";

    private static final String SECONDS = "time.s";
    private static final String MILLISECONDS = "time.ms";

    /** The names of them. */
    static final Set<String> TIMES = Set.of(NONCE, ISO, SECONDS, MILLISECONDS);

    private static final String TEXT = "text";
    private static final String MESSAGE = "message";
    private static final String CODE = "code";
    private static final String ALL_OTHERS = "*";

    /** What always is of the message, whatever a setting is called. */
    static final Set<String> OF_MESSAGE = Set.of("customer", "account", "id", "id32", TEXT);

    /** The names that may stand in the request beside settings. */
    static Set<String> names(boolean withCodes) {
        var names = new LinkedHashSet<>(OF_MESSAGE);
        names.addAll(Set.of(MESSAGE, "ticket", "link", "link-path", OutboundRules.TOKEN));
        names.addAll(TIMES);
        names.add(RequestSigning.VALUE);
        if (withCodes) {
            names.add(CODE);
        }
        return names;
    }

    /** @throws ReplyRefused when there is no template for what it says */
    Map<String, String> of(OutboundMessage message) {
        Map<String, String> values = new HashMap<>(message.facts());
        values.putAll(settings);
        values.putAll(times(clock));
        values.put(NONCE, message.nonce());
        values.put("id", message.id());
        values.put("id32", message.id().replace("-", ""));
        values.put("account", message.account());
        values.put("customer", message.customer());
        values.put(TEXT, text(message.text()));
        if (!send.codes().isEmpty()) {
            values.put(CODE, code(message.facts().getOrDefault(MESSAGE, "")));
        }
        return values;
    }

    /** As much of a text as the platform takes. */
    private String text(String whole) {
        if (send.segments() > 0) {
            return SmsText.cut(whole, send.segments());
        }
        return send.limit() == null ? whole : send.limit().cut(whole);
    }

    /** How many text messages a text takes; 0 where the platform has none. */
    int segments(String whole) {
        return send.segments() > 0 ? SmsText.segments(text(whole)) : 0;
    }

    private String code(String message) {
        String setting = send.codes().getOrDefault(message, send.codes().get(ALL_OTHERS));
        String code = setting == null ? "" : settings.getOrDefault(setting, "");
        if (code.isEmpty()) {
            throw new ReplyRefused("the gateway has no approved template for messages of the kind '" + message + "'"
                    + (setting == null ? "" : ": setting " + setting + " has no value"));
        }
        return code;
    }

    static Map<String, String> times(Clock clock) {
        Instant now = clock.instant();
        Map<String, String> values = new HashMap<>();
        values.put(NONCE, UUID.randomUUID().toString().replace("-", ""));
        values.put(ISO, now.truncatedTo(ChronoUnit.SECONDS).toString());
        values.put(SECONDS, String.valueOf(now.getEpochSecond()));
        values.put(MILLISECONDS, String.valueOf(now.toEpochMilli()));
        return values;
    }
}
