package io.redress.channel.email.mime;

import io.redress.ticket.TicketNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Message-IDs in header fields (RFC 5322, 3.6.4), with their angle brackets. */
public final class MessageIds {

    private static final Pattern ID = Pattern.compile("<[^<>\\s\\p{Cntrl}]{1,400}>");
    private static final Pattern BARE = Pattern.compile("[^<>\\s\\p{Cntrl}]{1,400}");

    /** More references than this are a broken mailer's. */
    private static final int MOST = 20;

    private MessageIds() {}

    /** The mail's own one; null when it has none that could serve as a name. */
    public static @Nullable String own(MailHeaders headers) {
        String value = headers.raw("message-id").replace("\u0000", "");
        var matcher = ID.matcher(value);
        if (matcher.find()) {
            return matcher.group();
        }
        return BARE.matcher(value).matches() ? "<" + value + ">" : null;
    }

    /**
     * What may name an earlier ticket, the most telling first: the mail that this one answers (In-Reply-To), then the older
     * ones of the thread (References), newest first; numbers in the subject; numbers in the text. A number within a
     * Message-ID, as our own mails have it, comes before that Message-ID.
     */
    public static List<String> references(MailHeaders headers, String subject, String text) {
        Set<String> references = new LinkedHashSet<>();
        for (String id : answered(headers)) {
            references.addAll(TicketNumber.namedIn(id));
            references.add(id);
        }
        references.addAll(TicketNumber.namedIn(subject));
        references.addAll(TicketNumber.namedIn(text));
        return List.copyOf(references).subList(0, Math.min(2 * MOST, references.size()));
    }

    /** The mail that this one answers, then the older ones of the thread, newest first. */
    public static List<String> answered(MailHeaders headers) {
        List<String> thread = in(headers.raw("references"));
        Collections.reverse(thread);
        var answered = new ArrayList<>(in(headers.raw("in-reply-to")));
        answered.addAll(thread);
        return answered.subList(0, Math.min(MOST, answered.size()));
    }

    /** Those in a text that name ticket numbers, as mails of ours have them. */
    public static List<String> withNumbers(String text) {
        return in(text).stream()
                .filter(id -> !TicketNumber.namedIn(id).isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static List<String> in(String value) {
        var ids = new ArrayList<String>();
        var matcher = ID.matcher(value);
        while (matcher.find()) {
            ids.add(matcher.group());
        }
        return ids;
    }
}
