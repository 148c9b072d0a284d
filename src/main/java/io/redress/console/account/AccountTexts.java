package io.redress.console.account;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/** The words of these pages, {@code texts_zh.properties} and {@code texts_en.properties}. */
final class AccountTexts {

    /** The first one is for those who name none. */
    static final List<String> LANGUAGES = List.of("zh", "en");

    private static final Map<String, Map<String, String>> ALL = Map.of("zh", read("zh"), "en", read("en"));

    private AccountTexts() {}

    /** @param language one of {@link #LANGUAGES} */
    static Map<String, String> in(String language) {
        return ALL.getOrDefault(language, Map.of());
    }

    private static Map<String, String> read(String language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                AccountTexts.class.getPackageName() + ".texts",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var texts = new TreeMap<String, String>();
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        return texts;
    }
}
