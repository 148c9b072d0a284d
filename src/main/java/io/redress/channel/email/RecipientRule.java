package io.redress.channel.email;

import io.redress.intake.SourceHints;
import io.redress.ticket.Product;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the address tells to which a mail was sent.
 *
 * @param to an address, one with a {@code *} before its {@code @}, or a domain that begins with {@code @}
 * @param store the store of the ticket, with {@code {*}} for what the {@code *} stands for, or for what is before the {@code @} of
 *     a domain; null for none
 * @param category key of {@code config/categories.yaml}; null where the words decide
 * @param line of the file
 */
record RecipientRule(
        String to,
        Pattern pattern,
        @Nullable String store,
        @Nullable String category,
        int line) {

    /** In a store: what the address has where the rule has its star. */
    static final String PART = "{*}";

    private static final String LOCAL_PART = "([^@]{1,64})";

    /** What a rule told of one mail. */
    record Told(@Nullable String store, @Nullable String category) {

        static final Told NOTHING = new Told(null, null);

        Product product() {
            return new Product(null, null, null, null, null, null, store);
        }

        SourceHints hints() {
            return category == null ? SourceHints.none() : new SourceHints(category, null, null, null);
        }
    }

    static RecipientRule of(String to, @Nullable String store, @Nullable String category, int line) {
        String address = to.strip().toLowerCase(Locale.ROOT);
        String[] parts = (address.startsWith("@") ? "*" + address : address).split("\\*", 2);
        Pattern pattern = Pattern.compile(
                parts.length == 1
                        ? Pattern.quote(address)
                        : Pattern.quote(parts[0]) + LOCAL_PART + Pattern.quote(parts[1]));
        return new RecipientRule(address, pattern, store, category, line);
    }

    boolean hasPart() {
        return to.startsWith("@") || to.contains("*");
    }

    /** @param address in lower case; empty when the rule is of others */
    Optional<Told> test(String address) {
        Matcher found = pattern.matcher(address);
        if (!found.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Told(
                store == null || found.groupCount() == 0 ? store : store.replace(PART, found.group(1)), category));
    }
}
