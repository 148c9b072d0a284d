package io.redress.reply.text;

import io.redress.lifecycle.TicketUpdate;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of others' words a customer may read, whichever way it reaches him: plain text of a bounded length, without characters
 * that hide or turn others, without tags, and with links to known hosts only.
 */
public final class CustomerTextFilter {

    /** Stands where a link was; customers read one of three languages. */
    public static final String REMOVED = "[link removed · 链接已移除 · 連結已移除]";

    /** Characters (code points) that are kept. */
    private static final int LONGEST = 2_000;

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029]");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");
    private static final Pattern TAG = Pattern.compile("<(?=[\\p{L}/!?])");

    private final LinkDetector linkDetector;

    /** @param hosts that the customer may be sent to, such as {@code shop.example} or {@code *.shop.example} */
    public CustomerTextFilter(List<String> hosts) {
        this.linkDetector = new LinkDetector(hosts);
    }

    /** With links to the hub itself only. */
    public static CustomerTextFilter ofHub(String publicUrl) {
        return new CustomerTextFilter(
                List.of(Objects.requireNonNullElse(URI.create(publicUrl.strip()).getHost(), "")));
    }

    /** The update with a remedy and a note that the customer may read. */
    public TicketUpdate forCustomer(TicketUpdate update) {
        return update.saying(plain(update.remedy()), plain(update.note()));
    }

    @Nullable
    String plain(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String lines = LINE_END.matcher(text).replaceAll("\n");
        String seen = bounded(UNSEEN.matcher(lines).replaceAll("")).strip();
        return linkDetector.without(TAG.matcher(seen).replaceAll("‹"), REMOVED);
    }

    private static String bounded(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
