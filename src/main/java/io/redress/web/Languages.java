package io.redress.web;

import com.ibm.icu.util.LocaleMatcher;
import com.ibm.icu.util.LocalePriorityList;
import com.ibm.icu.util.ULocale;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The languages that the hub speaks to customers, as BCP 47 tags. */
public final class Languages {

    /** The first one is for those who name none. */
    public static final List<String> ALL = List.of("zh-Hans", "zh-Hant", "en");

    private static final int LONGEST = 500;
    private static final LocaleMatcher MATCHER = LocaleMatcher.builder()
            .setSupportedULocales(ALL.stream().map(ULocale::forLanguageTag).toList())
            .build();

    private Languages() {}

    /**
     * The language to answer in: the chosen one, else the best for an Accept-Language header (RFC 9110, 12.5.4; zh-TW and
     * zh-HK are Traditional).
     *
     * @param chosen by the reader; null when none was
     */
    public static String best(@Nullable String chosen, @Nullable String acceptLanguage) {
        if (chosen != null && ALL.contains(chosen)) {
            return chosen;
        }
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST) {
            return ALL.get(0);
        }
        try {
            var wanted = LocalePriorityList.add(acceptLanguage).build();
            return MATCHER.getBestMatch(wanted).toLanguageTag();
        } catch (IllegalArgumentException e) {
            return ALL.get(0); // an unreadable header says as much as none
        }
    }
}
