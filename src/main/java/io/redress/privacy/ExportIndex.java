package io.redress.privacy;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The page of an export that says in plain words what its files are. */
public final class ExportIndex {

    private static final int LONGEST_NAME = 60;

    private final StringBuilder tickets = new StringBuilder();
    private final StringBuilder items = new StringBuilder();
    private final Instant at;

    public ExportIndex(Instant at) {
        this.at = at;
    }

    public void ticket(String number, Instant receivedAt, String channel, String status) {
        tickets.append(
                "- `tickets/%s`: a complaint of %s by %s, now %s%n".formatted(number, receivedAt, channel, status));
    }

    public void item(String id, Instant receivedAt, String channel) {
        items.append("- `arrivals/%s`: what came in on %s by %s%n".formatted(id, receivedAt, channel));
    }

    /** Markdown. */
    public String text() {
        return """
                # What is kept of you

                Put together on %s. Times are in UTC.

                ## Complaints

                In the folder of each: `ticket.json` is what was understood (who you are, what you wrote, how it was judged);
                `history.json` what was done, by whom and why; `updates.json` what those who worked on it reported;
                `messages.json` what was sent to you and when; `callbacks.json`, `surveys.json` the calls planned and made, the
                surveys sent and your answers; `deliveries.json` which other systems of ours got it; `search.json` by which
                words we find it; `attachments` your files.
                A file that is not there means that there is nothing of its kind.

                %s
                ## What came in, as it came

                `original` is what you sent, byte for byte; `arrival.json` says how it came.

                %s""".formatted(at, tickets, items);
    }

    /** A file's name that is safe on every system; senders choose names. */
    public static String fileName(@Nullable String name) {
        String safe = (name == null ? "file" : name)
                .replaceAll("[^\\p{L}\\p{N}._-]", "_")
                .replaceAll("^\\.+", "_");
        return safe.length() <= LONGEST_NAME ? safe : safe.substring(safe.length() - LONGEST_NAME);
    }

    /** What an original of a format is called. */
    public static String ending(String format) {
        String plain = format.toLowerCase(Locale.ROOT);
        return plain.contains("mail") || plain.equals("rfc822") ? ".eml" : plain.contains("call") ? ".json" : ".bin";
    }
}
