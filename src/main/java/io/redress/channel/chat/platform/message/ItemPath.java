package io.redress.channel.chat.platform.message;

import io.redress.mapping.json.ValuePath;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a message as a description names it: a {@link ValuePath} within the message, or, behind a {@code ^}, from the top
 * of the request on.
 *
 * @param choice the list beside the messages from which it takes what belongs to its message; null where it takes from none
 */
public record ItemPath(
        boolean fromTop, ValuePath path, @Nullable EntryChoice choice) {

    /** Null for what is none. */
    public static @Nullable ItemPath parse(String written) {
        boolean fromTop = written.startsWith("^");
        String names = fromTop ? written.substring(1) : written;
        ValuePath path = ValuePath.parse(names);
        return path == null ? null : new ItemPath(fromTop, path, fromTop ? EntryChoice.in(names) : null);
    }

    /** One that is known to be well written. */
    public static ItemPath of(String written) {
        ItemPath path = parse(written);
        if (path == null) {
            throw new IllegalArgumentException("'" + written + "' is not the name of a value");
        }
        return path;
    }

    /** Its values that are not blank. */
    public List<String> values(PlatformItem item) {
        return path.values(fromTop ? item.top() : item.message(), item.message()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    public Optional<String> first(PlatformItem item) {
        return values(item).stream().findFirst();
    }
}
