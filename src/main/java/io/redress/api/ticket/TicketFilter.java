package io.redress.api.ticket;

import io.redress.api.InvalidParameterException;
import io.redress.api.ParameterValue;
import io.redress.ledger.ticket.TicketSearch;
import io.redress.lifecycle.TicketStatus;
import io.redress.permission.TicketScope;
import io.redress.privacy.PersonValue;
import io.redress.privacy.PersonValue.Kind;
import io.redress.ticket.KeyedEnum;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which tickets are asked for, as the parameters come. */
public record TicketFilter(
        @Parameter(description = "Key of a category in config/categories.yaml", example = "mismatch") @Nullable
        String category,

        @Parameter(
                description = "How fast the tickets must move",
                schema = @Schema(allowableValues = {"normal", "urgent", "major"}))
        @Nullable
        String priority,

        @Parameter(description = "Where the tickets stand", example = "open") @Nullable
        String status,

        @Parameter(description = "Name of a channel, that of its file in routes/channels", example = "web") @Nullable
        String channel,

        @Parameter(
                description = "true for tickets whose category should be reviewed by a person",
                schema = @Schema(type = "boolean"))
        @Nullable
        String review,

        @Parameter(
                description = "Received at or after this time (ISO 8601 with offset), or this day in UTC",
                example = "2026-07-01T00:00:00Z")
        @Nullable
        String from,

        @Parameter(description = "Received before this time, or this day in UTC", example = "2026-07-02") @Nullable
        String to,

        @Parameter(description = "A phone of the customer, in any spelling", example = "138 0013 8000") @Nullable
        String phone,

        @Parameter(description = "A mail address of the customer", example = "li@example.com") @Nullable
        String mail,

        @Parameter(description = "The number of the order that the customer gave", example = "202607010001") @Nullable
        String order,

        @Parameter(description = "Up to 8 words, all of them in the subject or the customer's text", example = "色差")
        @Nullable
        String text,

        @Parameter(
                description = "Up to 8 words, all of them in the number, subject, text, customer or product;"
                        + " or a phone in any spelling, or four and more digits of one",
                example = "色差")
        @Nullable
        String q) {

    private static final List<String> PRIORITIES = List.of("normal", "urgent", "major");
    private static final List<String> STATUSES = KeyedEnum.keys(TicketStatus.class);
    private static final int MAX_TEXT = 200;
    private static final int MAX_WORDS = 8;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\u3000]+");
    private static final Pattern DIGITS = Pattern.compile("[+(]?[0-9][0-9 ()*#./-]*");
    private static final int FEWEST_DIGITS = 4;

    /**
     * What is asked for.
     *
     * @param persons reads phones and mail addresses as the tickets have them
     * @param scope the tickets that the reader may see
     */
    public TicketSearch search(Function<String, Optional<PersonValue>> persons, TicketScope scope) {
        return new TicketSearch(
                ParameterValue.text(category),
                ParameterValue.oneOf("priority", priority, PRIORITIES),
                ParameterValue.oneOf("status", status, STATUSES),
                ParameterValue.text(channel),
                ParameterValue.flag("review", review),
                ParameterValue.instant("from", from),
                ParameterValue.instant("to", to),
                anywhere(persons),
                words("text", text),
                person("phone", phone, Kind.PHONE, persons),
                person("mail", mail, Kind.MAIL, persons),
                limited("order", order),
                scope);
    }

    private TicketSearch.@Nullable Anywhere anywhere(Function<String, Optional<PersonValue>> persons) {
        List<String> words = words("q", q);
        if (words.isEmpty()) {
            return null;
        }
        String typed = String.valueOf(ParameterValue.text(q));
        String called = persons.apply(typed)
                .filter(value -> value.kind() == Kind.PHONE)
                .map(PersonValue::text)
                .orElse(null);
        String digits = DIGITS.matcher(typed).matches() ? typed.replaceAll("[^0-9]", "") : "";
        return new TicketSearch.Anywhere(words, called, digits.length() < FEWEST_DIGITS ? null : digits);
    }

    private static @Nullable String person(
            String name, @Nullable String value, Kind kind, Function<String, Optional<PersonValue>> persons) {
        String typed = limited(name, value);
        return typed == null
                ? null
                : persons.apply(typed)
                        .filter(read -> read.kind() == kind)
                        .map(PersonValue::text)
                        .orElseThrow(() -> new InvalidParameterException(
                                name,
                                kind == Kind.PHONE
                                        ? name + " must be a phone number, such as 138 0013 8000 or +8613800138000"
                                        : name + " must be a mail address, such as li@example.com"));
    }

    private static List<String> words(String name, @Nullable String value) {
        String typed = limited(name, value);
        List<String> words = typed == null
                ? List.of()
                : BETWEEN_WORDS
                        .splitAsStream(typed)
                        .filter(word -> !word.isEmpty())
                        .toList();
        if (words.size() > MAX_WORDS) {
            throw new InvalidParameterException(name, name + " must have at most " + MAX_WORDS + " words");
        }
        return words;
    }

    private static @Nullable String limited(String name, @Nullable String value) {
        String text = ParameterValue.text(value);
        if (text != null && text.length() > MAX_TEXT) {
            throw new InvalidParameterException(name, name + " must have at most " + MAX_TEXT + " characters");
        }
        return text;
    }
}
