package io.redress.channel.chat.platform.message;

import io.redress.channel.chat.SanitizedText;
import io.redress.channel.sender.RequestFilter;
import io.redress.intake.MediaReference;
import io.redress.ticket.KeyedEnum;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a platform's message are.
 *
 * @param ids the first that is whole counts; of one with several names, each must be there
 * @param customer the platform's id of who wrote
 * @param account of the shop, to which the customer wrote; null where a channel has one
 * @param phone of the customer; null where the platform knows none
 * @param sentAt when it was sent
 * @param texts the first that the message has all values of is its text
 * @param strip what is taken out of the text, such as mentions of the robot
 */
public record MessageFields(
        List<List<ItemPath>> ids,
        List<ItemPath> customer,
        @Nullable ItemPath account,
        List<ItemPath> conversation,
        List<ItemTemplate> name,
        @Nullable ItemTemplate phone,
        SentAt sentAt,
        List<TextRule> texts,
        List<Pattern> strip,
        List<MediaRule> media) {

    /** A text of a message that meets a condition. */
    public record TextRule(RequestFilter when, ItemTemplate say) {}

    /**
     * The message in an item.
     *
     * @param platform that the item is of
     */
    public PlatformMessage read(PlatformItem item, String platform) {
        List<MediaReference> files =
                media.stream().flatMap(rule -> rule.in(item, platform)).toList();
        String said = texts.stream()
                .filter(rule -> rule.when().unmet(item).isEmpty())
                .flatMap(rule -> rule.say().fill(item).stream())
                .map(this::stripped)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        String from = first(customer, item).map(SanitizedText::key).orElse("");
        String to = account == null
                ? ""
                : account.first(item).map(SanitizedText::key).orElse("");
        return new PlatformMessage(
                id(item),
                from,
                to,
                first(conversation, item).map(SanitizedText::key).orElse(PlatformMessage.address(to, from)),
                name.stream()
                        .flatMap(template -> template.fill(item).stream())
                        .map(SanitizedText::clean)
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse(null),
                phone == null ? null : phone.fill(item).orElse(null),
                sentAt.in(item),
                said,
                files);
    }

    /** The lists beside the messages that these fields take entries from. */
    List<EntryChoice> choices() {
        Stream<ItemTemplate> templates = Stream.of(
                        name.stream(), Stream.ofNullable(phone), texts.stream().map(TextRule::say))
                .flatMap(Function.identity());
        Stream<ItemPath> paths = Stream.of(
                        templates.flatMap(template -> template.paths().stream()),
                        Stream.ofNullable(account),
                        customer.stream(),
                        conversation.stream())
                .flatMap(Function.identity());
        return paths.flatMap(path -> Stream.ofNullable(path.choice())).toList();
    }

    /** The platform's id of an item; empty where it has none. */
    public Optional<String> id(PlatformItem item) {
        for (List<ItemPath> names : ids) {
            List<String> values =
                    names.stream().flatMap(name -> name.first(item).stream()).toList();
            if (values.size() == names.size()) {
                return Optional.of(SanitizedText.key(String.join(":", values)));
            }
        }
        return Optional.empty();
    }

    private String stripped(String text) {
        String left = text;
        for (Pattern pattern : strip) {
            left = pattern.matcher(left).replaceAll("");
        }
        return SanitizedText.clean(left).strip();
    }

    private static Optional<String> first(List<ItemPath> paths, PlatformItem item) {
        return paths.stream().flatMap(path -> path.first(item).stream()).findFirst();
    }

    /**
     * A platform's time.
     *
     * @param unit of the number
     */
    public record SentAt(List<ItemPath> from, Unit unit) {

        private static final Pattern SECONDS = Pattern.compile("([0-9]{1,11})([.][0-9]{1,9})?");
        private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{1,14}");

        public enum Unit implements KeyedEnum {
            /** Since 1970; a fraction is left out. */
            S,
            MS
        }

        /** Null where there is none, or none that a store can hold: up to the year 5138. */
        @Nullable
        Instant in(PlatformItem item) {
            String written = first(from, item).orElse("");
            if (unit == Unit.MS) {
                return MILLISECONDS.matcher(written).matches() ? Instant.ofEpochMilli(Long.parseLong(written)) : null;
            }
            var seconds = SECONDS.matcher(written);
            return seconds.matches() ? Instant.ofEpochSecond(Long.parseLong(seconds.group(1))) : null;
        }
    }
}
