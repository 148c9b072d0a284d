package io.redress.delivery.tryton;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.delivery.TargetUnavailable;
import io.redress.delivery.dialogue.Dialogue;
import io.redress.delivery.news.InboundUpdates;
import io.redress.delivery.news.ObservedChange;
import io.redress.delivery.news.StateMapping;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import io.redress.ticket.TicketNumber;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads how our complaints stand in Tryton, by the time of their last change. Tryton tells states, not changes: what was seen
 * before is left out later, and what our own user wrote last is no news.
 */
public final class TrytonUpdateReader {

    private static final int PAGE = 100;

    /** Read again each time: a change has the time of its writing, and is seen when its transaction has ended. */
    private static final int SECONDS_AGAIN = 120;

    private final String target;
    private final TrytonRpc rpc;

    /** @param target the target's name: who says so, in a ticket's history */
    public TrytonUpdateReader(String target, String user, String password) {
        this.target = target;
        this.rpc = new TrytonRpc(user, password);
    }

    /**
     * The dialogue that reads what is new; its result is {@link InboundUpdates}.
     *
     * @param position time of the last change that was read, in UTC as Tryton has it; empty at the first look
     * @param stateMapping those of {@code sale.complaint}: draft, waiting, approved, rejected, done, cancelled
     */
    public Dialogue begin(String position, StateMapping stateMapping) {
        List<?> since = position.isEmpty()
                ? List.of()
                : List.of(
                        "write_date",
                        ">=",
                        written(LocalDateTime.parse(position).minusSeconds(SECONDS_AGAIN)));
        return page(since, position, 0, new ArrayList<>(), stateMapping);
    }

    private Dialogue page(
            List<?> since, String position, int offset, List<ObservedChange> changes, StateMapping stateMapping) {
        var params = List.of(
                List.of(List.of("reference", "like", "R-%"), since),
                offset,
                PAGE,
                List.of(List.of("write_date", "ASC"), List.of("id", "ASC")),
                List.of("state", "number", "reference", "write_date", "write_uid"),
                Map.of());
        return rpc.call("model.sale.complaint.search_read", params, found -> {
            String last = position;
            for (JsonNode complaint : found) {
                LocalDateTime changed = time(complaint.path("write_date"));
                String number = complaint.path("reference").asText();
                if (changed != null && TicketNumber.namedIn(number).contains(number)) {
                    last = later(last, changed);
                    changes.add(change(complaint, changed, stateMapping));
                }
            }
            return found.size() < PAGE
                    ? Dialogue.ended(new InboundUpdates(changes, last))
                    : page(since, last, offset + PAGE, changes, stateMapping);
        });
    }

    private static String later(String last, LocalDateTime changed) {
        return last.isEmpty() || changed.isAfter(LocalDateTime.parse(last)) ? changed.toString() : last;
    }

    private ObservedChange change(JsonNode complaint, LocalDateTime changed, StateMapping stateMapping) {
        String id = complaint.path("id").asText();
        String state = complaint.path("state").asText();
        boolean own = complaint.path("write_uid").asLong() == rpc.userId();
        UpdateKind kind = own ? null : stateMapping.kindOf(state);
        return new ObservedChange(
                id,
                state,
                kind == null
                        ? null
                        : new TicketUpdate(
                                String.join("-", target, id, state, changed.toString()),
                                complaint.path("reference").asText(),
                                kind,
                                changed.toInstant(ZoneOffset.UTC),
                                target,
                                null,
                                null,
                                state + " there",
                                null,
                                null,
                                null,
                                complaint.path("number").asText(),
                                null));
    }

    private static Map<String, Object> written(LocalDateTime time) {
        var written = new LinkedHashMap<String, Object>();
        written.put("__class__", "datetime");
        written.put("year", time.getYear());
        written.put("month", time.getMonthValue());
        written.put("day", time.getDayOfMonth());
        written.put("hour", time.getHour());
        written.put("minute", time.getMinute());
        written.put("second", time.getSecond());
        written.put("microsecond", time.getNano() / 1000);
        return written;
    }

    /** Null for a complaint that was never changed since it was made. */
    private static @Nullable LocalDateTime time(JsonNode written) {
        if (!written.isObject()) {
            return null;
        }
        try {
            return LocalDateTime.of(
                    written.path("year").asInt(),
                    written.path("month").asInt(),
                    written.path("day").asInt(),
                    written.path("hour").asInt(),
                    written.path("minute").asInt(),
                    written.path("second").asInt(),
                    written.path("microsecond").asInt() * 1000);
        } catch (DateTimeException e) {
            throw new TargetUnavailable("Tryton returned an invalid time", null);
        }
    }
}
