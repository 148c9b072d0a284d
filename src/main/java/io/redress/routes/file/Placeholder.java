package io.redress.routes.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code {{key}}} of a text.
 *
 * @param key with its function, as in {@code env:NAME}
 * @param fallback what stands behind the key; null when nothing does
 * @param optional written {@code {{?key}}}: an option without a value is left out
 */
public record Placeholder(String key, @Nullable String fallback, boolean optional) {

    public static final String VARIABLE = "env:";

    private static final Pattern WRITTEN =
            Pattern.compile("\\{\\{([?!]?)((?:(?:env|sys|bean):)?[^{}:]+)(?::([^{}]*))?}}");
    private static final Pattern SECRET = Pattern.compile(
            "(?i).*(password|passwd|passphrase|secret|token|api[-_.]?key|aes[-_.]?key|credential|authorization).*");

    public static List<Placeholder> in(String text) {
        return WRITTEN.matcher(text)
                .results()
                .map(found -> new Placeholder(
                        found.group(2).strip(), found.group(3), found.group(1).equals("?")))
                .toList();
    }

    /** A text with its placeholders filled in; empty when one of them has no value. */
    public static Optional<String> filled(String text, BeanCatalog beanCatalog) {
        var filled = new StringBuilder();
        Matcher found = WRITTEN.matcher(text);
        while (found.find()) {
            String value = beanCatalog.setting(found.group(2).strip());
            if (value == null) {
                value = found.group(3);
            }
            if (value == null) {
                return Optional.empty();
            }
            found.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return Optional.of(found.appendTail(filled).toString());
    }

    public boolean needsValue() {
        return fallback == null && !optional && !key.startsWith("bean:") && !key.startsWith("sys:");
    }

    /** Where its value may be put, for whoever finds that there is none. */
    public String remedy() {
        if (key.startsWith(VARIABLE)) {
            String name = key.substring(VARIABLE.length());
            return "set the variable " + name + ", or write its value into the file config/secrets/" + name
                    + " (mode 0600), which needs no restart";
        }
        return isSecret()
                ? secretRemedy(key)
                : "set " + key + " in config/application.yaml, or the variable " + variable(key);
    }

    /** Where the value of a secret may be put. */
    public static String secretRemedy(String key) {
        return "write it into the file config/secrets/" + key
                + " (mode 0600), which needs no restart, or set the variable " + variable(key);
    }

    boolean isSecret() {
        return SECRET.matcher(key).matches();
    }

    /** The environment variable of a key: {@code RETURNS_PASSWORD} of {@code returns.password}. */
    static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
