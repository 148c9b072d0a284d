package io.redress.channel.webform;

import io.redress.web.Languages;
import io.redress.web.Pages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The consent text of the form page with its notice, by language. Each version is known by the beginning of its SHA-256,
 * which the page's tick sends along, so that what is recorded is the text that was shown.
 */
public final class ConsentText {

    private static final List<String> PARTS =
            List.of("consent.text", "notice.kept", "notice.how-long", "notice.contact");
    private static final Set<String> YES = Set.of("yes", "true", "on", "1");
    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{16}");

    private final Map<String, String> versions = new LinkedHashMap<>();

    /** @param contact part of the text, since the notice names it */
    public ConsentText(Pages pages, String contact) {
        for (String language : Languages.ALL) {
            String[] words = PARTS.stream()
                    .map(part -> Objects.requireNonNullElse(pages.text(language, part), ""))
                    .toArray(String[]::new);
            versions.put(language, FormDigest.of(FormDigest.of(words), contact).substring(0, 16));
        }
    }

    /** 16 hexadecimal digits. */
    public String version(String language) {
        return Objects.requireNonNull(versions.get(language), "one of Languages.ALL");
    }

    /**
     * To which text a sender has agreed, in words for the ticket; null when to none.
     *
     * @param ticked the value of the form's field
     */
    @Nullable
    String agreed(@Nullable String ticked) {
        String value = ticked == null ? "" : ticked.strip();
        for (var version : versions.entrySet()) {
            if (version.getValue().equals(value)) {
                return "text " + version.getKey() + ", version " + value;
            }
        }
        if (VERSION.matcher(value).matches()) {
            return "an earlier text, version " + value;
        }
        return YES.contains(value) ? "the text of the site that the form stands on" : null;
    }
}
