package io.redress.console;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The console's words in one language, from {@code messages.<language>.properties}. In a template {@code t("key", a, b)} is a text
 * with its <code>{0}</code> and <code>{1}</code> filled in.
 */
public final class ConsoleTexts implements TemplateMethodModelEx {

    private static final Map<ConsoleLanguage, ConsoleTexts> ALL = new EnumMap<>(ConsoleLanguage.class);

    static {
        for (ConsoleLanguage language : ConsoleLanguage.values()) {
            ALL.put(language, new ConsoleTexts(read(language)));
        }
    }

    private final Map<String, String> texts;

    private ConsoleTexts(Map<String, String> texts) {
        this.texts = texts;
    }

    public static ConsoleTexts in(ConsoleLanguage language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /** All texts of a language by key, as the file has them. */
    static Map<String, String> read(ConsoleLanguage language) {
        String name = "messages." + language.tag() + ".properties";
        try (var stream = Objects.requireNonNull(ConsoleTexts.class.getResourceAsStream(name), name);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            Map<String, String> texts = new HashMap<>();
            properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
            return Map.copyOf(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /**
     * A text.
     *
     * @throws IllegalArgumentException when there is none under that key
     */
    public String text(String key, Object... values) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("the console has no text '" + key + "'");
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** The text for a value that may have one, such as a status: under {@code <kind>.<value>}; else the value itself. */
    public String word(String kind, @Nullable String value) {
        return value == null ? "" : texts.getOrDefault(kind + "." + value, value);
    }

    /** {@link #word} for templates: {@code words("status", key)}. */
    TemplateMethodModelEx words() {
        return arguments -> word(String.valueOf(arguments.get(0)), String.valueOf(arguments.get(1)));
    }

    @Override
    public Object exec(@SuppressWarnings("rawtypes") List arguments) throws TemplateModelException {
        Object[] values = arguments.stream().skip(1).map(String::valueOf).toArray();
        try {
            return new SimpleScalar(text(String.valueOf(arguments.get(0)), values));
        } catch (IllegalArgumentException e) {
            throw new TemplateModelException(e.getMessage());
        }
    }
}
