package io.redress.channel.webform;

import io.redress.web.Languages;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a form's page says: a language, and what is already written in its fields, as a code on a shop's
 * counter does. Anybody can write such an address, so it only fills fields that the customer sees.
 *
 * @param lang chosen by the reader; null when none was
 * @param store where the form was found; null when it was not said
 * @param orderNo null when it was not said
 * @param bare whether the page is for {@link FormScript}, which has a style of its own; another site's policy would report ours
 */
public record FormLink(
        @Nullable String lang,
        @Nullable String acceptLanguage,
        @Nullable String store,
        @Nullable String orderNo,
        boolean bare) {

    /** The parameter for {@link #store}, as the field is called. */
    public static final String STORE = "store";

    private static final String ORDER_NO = "order_no";
    private static final int LONGEST = 200;

    String language() {
        return Languages.best(lang, acceptLanguage);
    }

    /** @param stores the shop's stores; a link to another one counts for nothing. Empty when they are not known. */
    Map<String, String> values(Set<String> stores) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, STORE, stores.isEmpty() || store == null || stores.contains(store.strip()) ? store : null);
        put(values, ORDER_NO, orderNo);
        return values;
    }

    /** The query of the same link in another language, up to it. */
    static String query(Map<String, String> values) {
        var query = new StringBuilder("?");
        values.forEach((name, value) -> query.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
        return query.toString();
    }

    private static void put(Map<String, String> values, String field, @Nullable String value) {
        if (value != null
                && !value.isBlank()
                && value.length() <= LONGEST
                && value.codePoints().noneMatch(Character::isISOControl)) {
            values.put(field, value.strip());
        }
    }
}
