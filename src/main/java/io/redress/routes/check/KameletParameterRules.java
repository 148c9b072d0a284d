package io.redress.routes.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.configfile.DurationParser;
import io.redress.configfile.ZoneNames;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.camel.converter.DurationConverter;

/** Whether a value fits what a kamelet's file says about the parameter: {@code type}, {@code enum}, {@code pattern}, {@code format}. */
final class KameletParameterRules {

    /** What a text of a format looks like. */
    private static final Map<String, String> FORMATS = Map.of(
            "regex",
                    "a regular expression: any number of characters is '.*', a dot is '[.]'; *.csv is written .*[.]csv",
            "time-zone", "the name of a zone, such as Asia/Shanghai or UTC",
            "duration", "a length of time, such as PT90S, 90s or 5min",
            "charset", "the name of a charset, such as UTF-8 or GBK",
            "uri-path", "a path that begins with /");

    /** As programs for letters put round a text; YAML knows {@code "} and {@code '}. */
    private static final Pattern TYPOGRAPHIC = Pattern.compile("[“”„‘’«»「『＂＇].*[“”‘’«»」』＂＇]");

    /** The same and more, of which no name has any: blanks of Chinese writing and those that nobody sees. */
    private static final Pattern SIGNS = Pattern.compile("[“”„‘’«»「」『』＂＇\\u3000\\u00A0\\u200B\\uFEFF]");

    private KameletParameterRules() {}

    static String withoutTypography(String name) {
        return SIGNS.matcher(name).replaceAll("");
    }

    /** What is wrong with it; empty when nothing is. */
    static Optional<String> problem(JsonNode about, String name, String value) {
        if (TYPOGRAPHIC.matcher(value).matches()) {
            return Optional.of(
                    "'" + name + ": " + value + "' has the quotes of a word processor, which YAML takes for a part"
                            + " of the value: write straight ones, or none");
        }
        if (!fits(about, value)) {
            return Optional.of("'" + name + ": " + value + "' is not " + expected(about));
        }
        String format = about.path("format").asText();
        if (value.isEmpty() || !FORMATS.containsKey(format)) {
            return Optional.empty();
        }
        return formatProblem(format, value)
                .map(why -> "'" + name + ": " + value + "' is not a " + format.replace('-', ' ') + why);
    }

    static String remedy(JsonNode about) {
        var choices = new ArrayList<String>();
        about.path("enum").forEach(choice -> choices.add(choice.asText()));
        String format = FORMATS.getOrDefault(about.path("format").asText(), "");
        return (choices.isEmpty() ? "" : "one of " + String.join(", ", choices) + ": ")
                + (format.isEmpty() ? "" : "write " + format + ": ")
                + about.path("description").asText();
    }

    /** Why a text is none of its format: empty when it is, and without words where the format says it all. */
    private static Optional<String> formatProblem(String format, String value) {
        try {
            switch (format) {
                case "regex" -> Pattern.compile(value);
                case "time-zone" -> ZoneId.of(value);
                case "duration" -> {
                    return isDuration(value) ? Optional.empty() : Optional.of("");
                }
                case "charset" -> Charset.forName(value);
                default -> {
                    return value.startsWith("/") ? Optional.empty() : Optional.of("");
                }
            }
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(": " + e.getDescription() + " at character " + (e.getIndex() + 1));
        } catch (DateTimeException e) {
            return Optional.of(ZoneNames.nearest(value)
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse(""));
        } catch (IllegalArgumentException e) {
            return Optional.of("");
        }
    }

    /** As the hub and Camel read it alike: Camel takes no blank in it, and {@code 5M} or {@code -5m} for nothing. */
    private static boolean isDuration(String value) {
        Duration time = DurationParser.parseSetting(value);
        return time != null && time.equals(DurationConverter.toDuration(value));
    }

    private static boolean fits(JsonNode about, String value) {
        if (about.path("enum").isArray() && !about.path("enum").toString().contains("\"" + value + "\"")) {
            return false;
        }
        return switch (about.path("type").asText()) {
            case "integer" -> value.matches("-?\\d{1,18}");
            case "number" -> value.matches("-?\\d{1,18}(\\.\\d{1,18})?");
            case "boolean" -> value.equals("true") || value.equals("false");
            default ->
                !about.has("pattern") || value.matches(about.get("pattern").asText());
        };
    }

    private static String expected(JsonNode about) {
        if (about.path("enum").isArray()) {
            return "a known value";
        }
        String type = about.path("type").asText();
        return (type.equals("integer") ? "an " : "a ") + type;
    }
}
