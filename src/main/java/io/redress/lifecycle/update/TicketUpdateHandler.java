package io.redress.lifecycle.update;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.access.MessageSender;
import io.redress.access.SentMessage;
import io.redress.access.TicketPermissions;
import io.redress.due.QueueMessage;
import io.redress.due.QueueNames;
import io.redress.failure.InvalidMessageReports;
import io.redress.failure.UnreadableMessageException;
import io.redress.lifecycle.ParsedUpdate;
import io.redress.lifecycle.TicketLifecycle;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import io.redress.ticket.KeyedEnum;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes updates that systems downstream send as JSON. What cannot be read as one becomes a dead letter; what can be read, but
 * not applied, is reported to queue {@code invalid}.
 */
public final class TicketUpdateHandler {

    private static final int LONGEST_ID = 200;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final String KINDS = String.join(", ", KeyedEnum.keys(UpdateKind.class));

    private final TicketLifecycle lifecycle;
    private final TicketPermissions permissions;
    private final ObjectMapper json;
    private final InvalidMessageReports invalid;

    public TicketUpdateHandler(
            TicketLifecycle lifecycle, TicketPermissions permissions, ObjectMapper json, Clock clock) {
        this.lifecycle = lifecycle;
        this.permissions = permissions;
        this.json = json;
        this.invalid = new InvalidMessageReports(QueueNames.UPDATES, "docs/updates.md", clock);
    }

    /** As {@link #take(SentMessage)} when nobody knows who sent it: for routes of before, which do not say it. */
    public List<QueueMessage> take(String message) {
        return take(new SentMessage(message, MessageSender.UNKNOWN));
    }

    /**
     * Applies an update; gives a report to send when it lacks something, names no ticket of ours, or one that its sender was
     * not given.
     *
     * @throws UnreadableMessageException when it is no update
     */
    public List<QueueMessage> take(SentMessage sent) {
        String message = sent.text();
        ParsedUpdate parsed = ParsedUpdate.of(message, null, json);
        if (parsed instanceof ParsedUpdate.Refused refused) {
            throw new UnreadableMessageException(
                    refused.reason(), "send it again, corrected (docs/updates.md), and discard this one");
        }
        TicketUpdate update = ((ParsedUpdate.Read) parsed).update();
        String problem = problem(update);
        if (problem != null) {
            return invalid.of(message, problem);
        }
        String refusal = permissions.refusal(sent.sender(), update.ticket());
        if (refusal != null) {
            return invalid.refused(message, refusal);
        }
        TicketLifecycle.Result result =
                lifecycle.apply(update.from(sent.sender().shown()));
        return result.outcome() == TicketLifecycle.Outcome.UNKNOWN
                ? invalid.of(message, String.valueOf(result.reason()))
                : List.of();
    }

    /** What keeps an update from being applied, whichever way it came; null when nothing does. */
    public static @Nullable String problem(TicketUpdate update) {
        if (update.id() == null || update.id().isBlank() || update.id().length() > LONGEST_ID) {
            return "'id' must be a name of 1 to " + LONGEST_ID + " characters, another one for each update";
        }
        if (update.ticket() == null || update.ticket().isBlank()) {
            return "'ticket' must be a ticket's number";
        }
        if (update.kind() == null) {
            return "'kind' must be one of " + KINDS;
        }
        if (update.at() != null && !isUsual(update.at())) {
            return "'at' must be a time of the years 1 to 9999";
        }
        boolean nul = Stream.of(
                        update.id(),
                        update.ticket(),
                        update.by(),
                        update.remedy(),
                        update.note(),
                        update.reason(),
                        update.owner(),
                        update.category(),
                        update.priority(),
                        update.reference())
                .anyMatch(text -> text != null && text.indexOf('\0') >= 0);
        return nul ? "no text may contain the character NUL" : null;
    }

    private static boolean isUsual(Instant time) {
        return time.isAfter(FIRST) && time.isBefore(LAST);
    }
}
