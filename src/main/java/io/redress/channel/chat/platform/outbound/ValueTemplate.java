package io.redress.channel.chat.platform.outbound;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in which {@code {name}} stands for a value, {@code {name?}} for one that may be missing, {@code {name|number}} for one
 * that JSON has as a number, {@code {name|escape}} for one in which {@code &}, {@code <} and {@code >} are written as entities,
 * {@code {name|path}} for one whose slashes are those of the address, {@code {name|line}} for one without line ends, {@code
 * {name|digits}} for one without anything but digits, and {@code {name|base64}} for one in that encoding.
 */
final class ValueTemplate {

    private static final Pattern VALUE =
            Pattern.compile("\\{([a-z][a-z0-9.-]{0,60})(\\??)(\\|(?:number|escape|path|line|digits|base64))?}");
    private static final Pattern LINE_ENDS = Pattern.compile("\\s*[\\r\\n]\\s*|\\t| {4,}");
    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]+");
    private static final Pattern BRACE = Pattern.compile("\\{[^{}]*}");

    private final List<Part> parts;

    /** @param name empty for text as it is */
    private record Part(String text, String name, boolean optional, String function) {

        boolean isValue() {
            return !name.isEmpty();
        }
    }

    /** A value that a request needs has none. */
    static final class MissingValue extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String name;

        MissingValue(String name) {
            super(name, null, false, false);
            this.name = name;
        }

        String name() {
            return name;
        }
    }

    private ValueTemplate(List<Part> parts) {
        this.parts = parts;
    }

    /** @throws IllegalArgumentException naming the part in braces that is not a name */
    static ValueTemplate of(String written) {
        var parts = new ArrayList<Part>();
        Matcher values = VALUE.matcher(written);
        int from = 0;
        while (values.find()) {
            parts.add(text(written.substring(from, values.start())));
            String function = values.group(3);
            parts.add(new Part(
                    "", values.group(1), !values.group(2).isEmpty(), function == null ? "" : function.substring(1)));
            from = values.end();
        }
        parts.add(text(written.substring(from)));
        return new ValueTemplate(parts.stream()
                .filter(part -> part.isValue() || !part.text().isEmpty())
                .toList());
    }

    private static Part text(String text) {
        Matcher brace = BRACE.matcher(text);
        if (brace.find()) {
            throw new IllegalArgumentException(brace.group());
        }
        return new Part(text, "", true, "");
    }

    /** The names of its values. */
    Set<String> names() {
        var names = new LinkedHashSet<String>();
        parts.stream().filter(Part::isValue).forEach(part -> names.add(part.name()));
        return names;
    }

    /** Whether it is one value and nothing else that JSON has as a number. */
    boolean isNumber() {
        return parts.size() == 1 && parts.get(0).function().equals("number");
    }

    /** Whether it is one value and nothing else, which may be missing. */
    boolean isOptional() {
        return parts.size() == 1 && parts.get(0).isValue() && parts.get(0).optional();
    }

    /** The value with which it begins; empty where it begins with text. */
    String first() {
        return parts.isEmpty() ? "" : parts.get(0).name();
    }

    /** @throws MissingValue naming a value that it needs */
    String fill(Map<String, String> values) {
        return fill(values, UnaryOperator.identity());
    }

    /** As an address: all values but one at its beginning are encoded (RFC 3986, 2.1). */
    String address(Map<String, String> values) {
        return fill(values, value -> URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":"));
    }

    /** Text as a parameter of an address has it: all but unreserved characters are encoded (RFC 3986, 2.3). */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** Whether it is one value that may be missing, and is. */
    boolean isLeftOut(Map<String, String> values) {
        return isOptional() && fill(values).isEmpty();
    }

    private String fill(Map<String, String> values, UnaryOperator<String> encoding) {
        var text = new StringBuilder();
        for (Part part : parts) {
            if (!part.isValue()) {
                text.append(part.text());
                continue;
            }
            String value = values.getOrDefault(part.name(), "");
            if (value.isEmpty() && !part.optional()) {
                throw new MissingValue(part.name());
            }
            String written = written(part.function(), value);
            String encoded = encoding.apply(written);
            text.append(
                    text.isEmpty() ? written : part.function().equals("path") ? encoded.replace("%2F", "/") : encoded);
        }
        return text.toString();
    }

    private static String written(String function, String value) {
        return switch (function) {
            case "escape" -> escaped(value);
            case "line" -> LINE_ENDS.matcher(value.strip()).replaceAll(" ");
            case "digits" -> NO_DIGITS.matcher(value).replaceAll("");
            case "base64" -> Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
            default -> value;
        };
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
