package io.redress.channel.chat.platform.outbound;

import io.redress.channel.sender.RequestFilter;
import io.redress.delivery.dialogue.DialogueResponse;
import io.redress.mapping.json.ValuePath;
import io.redress.mapping.json.ValueSource;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * What the answers to a request mean. HTTP 200 says little on some platforms: only a code in the body does.
 *
 * @param done every name must have one of its values; none: a good status is enough
 * @param expired one match: the access token does not hold any more
 * @param later one match: the same request may do better later
 * @param never one match: it never will, unless {@code later} names the very value
 * @param retryAfter where the body says after how many seconds; null where it does not
 */
record AnswerMeanings(
        RequestFilter done,
        RequestFilter expired,
        RequestFilter later,
        RequestFilter never,
        @Nullable ValuePath retryAfter) {

    private static final Set<Integer> LATER = Set.of(401, 408, 425, 429);
    private static final String TOP = "^";
    private static final int LONGEST = 80;

    /** @param expired of the platform's token; none where it has none */
    static AnswerMeanings of(OutboundFile.Meanings written, RequestFilter expired, @Nullable String retryAfter) {
        return new AnswerMeanings(
                filter(written.done()),
                expired,
                filter(written.later()),
                filter(written.never()),
                retryAfter == null ? null : ValuePath.parse(retryAfter));
    }

    static RequestFilter filter(@Nullable Map<String, List<String>> written) {
        return new RequestFilter(written == null ? Map.of() : written);
    }

    Meaning of(DialogueResponse response) {
        ValueSource values = name -> values(name, response);
        boolean spoken = expired.meets(values) || later.meets(values) || never.meets(values);
        boolean isDone = done.values().isEmpty()
                ? response.isGood() && !spoken
                : done.unmet(values).isEmpty();
        if (isDone) {
            return Meaning.DONE;
        }
        if (expired.meets(values)) {
            return Meaning.EXPIRED;
        }
        if (never.meets(values) && !later.named().meets(values)) {
            return Meaning.NEVER;
        }
        boolean busy = response.status() >= 500 || LATER.contains(response.status());
        boolean unreadable = response.isGood()
                && done.values().keySet().stream()
                        .allMatch(name -> values(name, response).isEmpty());
        return later.meets(values) || busy || unreadable ? Meaning.LATER : Meaning.NEVER;
    }

    /** How long the platform asks to wait; null when it does not say. */
    @Nullable
    Duration pause(DialogueResponse response) {
        if (retryAfter == null) {
            return response.retryAfter();
        }
        return retryAfter.values(response.content()).stream()
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .findFirst()
                .orElse(response.retryAfter());
    }

    /** The platform's codes, for people: {@code HTTP 200, errcode 45009}; never its words, which may repeat the customer's. */
    String words(DialogueResponse response) {
        Set<String> names = new LinkedHashSet<>();
        Stream.of(done, expired, later, never)
                .forEach(filter -> names.addAll(filter.values().keySet()));
        names.remove(OutboundFile.STATUS);
        String codes = names.stream()
                .flatMap(name -> values(name, response).stream()
                        .limit(1)
                        .map(value -> ", " + name + " " + StringUtils.truncate(value, LONGEST)))
                .collect(Collectors.joining());
        boolean unreadable = response.isGood() && codes.isEmpty() && !names.isEmpty();
        return "HTTP " + response.status() + codes
                + (unreadable
                        ? " without any of its codes: is the server's address right, or a proxy in between?"
                        : "");
    }

    private static List<String> values(String name, DialogueResponse response) {
        if (name.equals(OutboundFile.STATUS)) {
            return List.of(String.valueOf(response.status()));
        }
        ValuePath path = ValuePath.parse(StringUtils.removeStart(name, TOP));
        return path == null ? List.of() : path.values(response.content());
    }
}
