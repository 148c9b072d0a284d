package io.redress.ledger.news;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.Metrics;
import io.redress.cluster.FencingToken;
import io.redress.delivery.news.InboundUpdates;
import io.redress.delivery.news.ObservedChange;
import io.redress.due.QueueMessage;
import io.redress.failure.InvalidMessageReports;
import io.redress.ledger.news.RecordOwners.Owner;
import io.redress.lifecycle.TicketUpdate;
import io.redress.ticket.TicketNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Remembers how far each system was read. The position moves on only when everything before it is on queue
 * {@code tickets.updates}: a crash in between reads it again, and the updates' ids make that change nothing. One node reads.
 */
public final class InboundUpdateService {

    private static final Logger LOG = LoggerFactory.getLogger(InboundUpdateService.class);
    private static final int REMEMBERED = 10_000;
    private static final String FOREIGN = "foreign";

    /** Longer than any period between two looks; without one for so long, the source's file has gone. */
    private static final Duration LOOKED_AT = Duration.ofHours(1);

    private final NewsPositions positions;
    private final RecordOwners owners;
    private final ObservedRecordStates seen;
    private final FencingToken leader;
    private final Clock clock;

    /** Ids that were sent since the start; only to spare the queue what is read again on purpose. */
    private final Set<String> sent =
            Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<String, Boolean>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > REMEMBERED;
                }
            }));

    private final Map<String, Unread> unread = new ConcurrentHashMap<>();

    /**
     * A system whose news could not be read at the last look.
     *
     * @param since the first look of those that failed
     * @param last the last one
     */
    public record Unread(String reason, Instant since, Instant last) {}

    public InboundUpdateService(JdbcClient jdbc, FencingToken leader, Clock clock) {
        this.positions = new NewsPositions(jdbc, leader);
        this.owners = new RecordOwners(jdbc);
        this.seen = new ObservedRecordStates(jdbc);
        this.leader = leader;
        this.clock = clock;
    }

    /** Where the next look at a system begins; empty before the first. */
    public String position(String source) {
        return positions.begin(source);
    }

    /**
     * Without what is known, and with what belongs to no delivery of the ticket that it names set apart. While a delivery is
     * under way that may have made the record, the position stays, and the record is looked at again.
     */
    public InboundUpdates fresh(String source, InboundUpdates updates) {
        List<ObservedChange> counting = new ArrayList<>();
        List<ObservedChange> foreign = new ArrayList<>();
        boolean again = false;
        for (ObservedChange change : updates.sightings()) {
            if (isKnown(source, change)) {
                continue;
            }
            TicketUpdate update = change.update();
            switch (update == null ? Owner.THE_TICKET : owners.of(source, change.record(), update.ticket())) {
                case THE_TICKET -> counting.add(change);
                case NOT_KNOWN_YET -> again = true;
                case ANOTHER -> foreign.add(change);
            }
        }
        return new InboundUpdates(counting, again ? positions.of(source) : updates.position(), foreign);
    }

    /** The reports to send of records that name a ticket which is not theirs. */
    public List<QueueMessage> reports(String source, InboundUpdates updates) {
        var invalid = new InvalidMessageReports("updates from " + source, "docs/systems.md", clock);
        return updates.foreign().stream()
                .flatMap(change -> invalid
                        .report(
                                original(change),
                                reason(source, change),
                                "put the record's own number back into its field there, and look who changed it")
                        .stream())
                .toList();
    }

    private static String reason(String source, ObservedChange change) {
        String written = Objects.requireNonNull(change.update()).ticket();
        String ticket = TicketNumber.namedIn(written).stream().findFirst().orElse("that is none");
        return "record " + change.record() + " of " + source + " names ticket " + ticket
                + ", but no delivery of that ticket made it";
    }

    private static String original(ObservedChange change) {
        TicketUpdate update = Objects.requireNonNull(change.update());
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", update.id())
                .put("ticket", update.ticket())
                .put("kind", update.kind().key())
                .put("record", change.record())
                .toString();
    }

    /** To be called when all updates have been sent. */
    public void taken(String source, InboundUpdates updates) {
        Map<String, String> states = new LinkedHashMap<>();
        for (ObservedChange change : updates.sightings()) {
            if (change.state() != null) {
                states.put(change.record(), change.state());
            }
        }
        updates.foreign().forEach(change -> states.put(reported(change), FOREIGN));
        if (!positions.moveOn(source, updates.position(), states, clock.instant())) {
            LOG.info("Another node reads the updates from {} now; what this one read last is not counted", source);
            return;
        }
        updates.updates().forEach(update -> sent.add(update.id()));
        for (ObservedChange change : updates.foreign()) {
            Metrics.counter("redress.messages.refused", "queue", "news." + source)
                    .increment();
            LOG.warn("Refused: {}", reason(source, change));
        }
        if (unread.remove(source) != null) {
            LOG.info("The updates from {} can be read again", source);
        }
    }

    /** What is reported once is remembered beside the records' states, by the update's id. */
    private static String reported(ObservedChange change) {
        return FOREIGN + ":" + Objects.requireNonNull(change.update()).id();
    }

    /** Tells once that a system cannot be read, and again when the reason changes: an outage may be long. */
    public void unread(String source, Throwable error) {
        String reason = error.getClass().getSimpleName() + ": " + error.getMessage();
        Unread before = unread.get(source);
        Instant now = clock.instant();
        unread.put(source, new Unread(reason, before == null ? now : before.since(), now));
        if (before == null || !before.reason().equals(reason)) {
            LOG.warn("The updates from {} cannot be read ({}); reading is retried at each poll", source, reason);
        }
    }

    /** The systems that this node could not read at its last look, by name; not those that it looks at no more. */
    public Map<String, Unread> unread() {
        if (leader.current() == FencingToken.NOT_LEADING) {
            return Map.of();
        }
        Instant stillLooking = clock.instant().minus(LOOKED_AT);
        return unread.entrySet().stream()
                .filter(one -> one.getValue().last().isAfter(stillLooking))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private boolean isKnown(String source, ObservedChange change) {
        TicketUpdate update = change.update();
        if (update != null && sent.contains(update.id())) {
            return true;
        }
        return (change.state() != null && seen.has(source, change.record(), change.state()))
                || (update != null && seen.has(source, reported(change), FOREIGN));
    }
}
