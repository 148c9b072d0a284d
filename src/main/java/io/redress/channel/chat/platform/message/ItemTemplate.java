package io.redress.channel.chat.platform.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A text in which {@code {path}} stands for a value of the message, and {@code {path?}} for one that may be missing. */
public final class ItemTemplate {

    private static final Pattern VALUE = Pattern.compile("\\{([^{}]+?)(\\??)}");
    private static final Pattern GAP = Pattern.compile(" +(?=[\\] \\n]|$)");

    private final List<Part> parts;

    /** @param path null for {@code text} as it is */
    private record Part(String text, @Nullable ItemPath path, boolean optional) {}

    private ItemTemplate(List<Part> parts) {
        this.parts = parts;
    }

    /** @throws IllegalArgumentException naming the part that is not a path */
    public static ItemTemplate of(String written) {
        var parts = new ArrayList<Part>();
        Matcher values = VALUE.matcher(written);
        int from = 0;
        while (values.find()) {
            parts.add(new Part(written.substring(from, values.start()), null, true));
            parts.add(
                    new Part("", ItemPath.of(values.group(1)), !values.group(2).isEmpty()));
            from = values.end();
        }
        parts.add(new Part(written.substring(from), null, true));
        return new ItemTemplate(List.copyOf(parts));
    }

    /** The paths in it, in their order. */
    List<ItemPath> paths() {
        return parts.stream().flatMap(part -> Stream.ofNullable(part.path())).toList();
    }

    /** The text; empty where the message lacks a value that it needs. */
    public Optional<String> fill(PlatformItem item) {
        var text = new StringBuilder();
        for (Part part : parts) {
            if (part.path() == null) {
                text.append(part.text());
                continue;
            }
            List<String> values = part.path().values(item);
            if (values.isEmpty() && !part.optional()) {
                return Optional.empty();
            }
            text.append(String.join("\n", values));
        }
        return Optional.of(GAP.matcher(text.toString().strip()).replaceAll(""));
    }
}
