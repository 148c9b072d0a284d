package io.redress.intake.recording;

import io.redress.due.Transactions;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.RawMessage;
import io.redress.servicelevel.clock.PriorityAlert;
import io.redress.ticket.Ticket;
import io.redress.triage.AssessedArrival;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what became of arrivals that were taken off their queue together. Neighbours that only open tickets are
 * written in one transaction, with one statement for each table; what may be a duplicate, a follow-up or a part of a chat
 * is left to {@link ItemRecorder}, which sees all that stood before it. So each arrival ends as if it had come alone.
 */
public final class BatchRecorder {

    private final ItemRecorder recorder;
    private final Transactions transactions;
    private final Items items;
    private final TicketCreation openings;
    private final KnownTickets tickets;
    private final PriorityAlert alert;

    public BatchRecorder(
            ItemRecorder recorder,
            Transactions transactions,
            Items items,
            TicketCreation openings,
            KnownTickets tickets,
            PriorityAlert alert) {
        this.recorder = recorder;
        this.transactions = transactions;
        this.items = items;
        this.openings = openings;
        this.tickets = tickets;
        this.alert = alert;
    }

    /**
     * Records arrivals in their order.
     *
     * @param recorded is told of each in this order, after its commit; not told of those behind one that fails
     * @throws RuntimeException why an arrival could not be recorded. {@code recorded} was not told of it nor of any behind it;
     *     some behind it may be in the ledger already, which recognises them when they come again
     */
    public void record(List<AssessedArrival> arrivals, Consumer<RecordedItem> recorded) {
        Map<String, Neighbour> neighbours = new LinkedHashMap<>();
        for (AssessedArrival arrival : arrivals) {
            TicketOpening opening = opening(arrival);
            String id = arrival.arrival().raw().id();
            if (opening == null || neighbours.containsKey(id)) {
                record(neighbours.values(), recorded);
                neighbours.clear();
            }
            if (opening == null) {
                recorded.accept(recorder.record(arrival));
            } else {
                neighbours.put(id, new Neighbour(arrival, opening));
            }
        }
        record(neighbours.values(), recorded);
    }

    /** One of several in a row that only open tickets; each item is once among them. */
    private record Neighbour(AssessedArrival arrival, TicketOpening opening) {}

    private void record(Collection<Neighbour> neighbours, Consumer<RecordedItem> recorded) {
        // One alone needs a single round trip.
        Set<String> opened = neighbours.size() < 2
                ? Set.of()
                : transactions.execute(
                        () -> open(neighbours.stream().map(Neighbour::opening).toList()));
        for (Neighbour neighbour : neighbours) {
            TicketOpening opening = neighbour.opening();
            boolean done = opened.contains(opening.raw().id());
            recorded.accept(done ? opening.recorded() : recorder.record(neighbour.arrival()));
        }
    }

    /** Opens the tickets of those that come for the first time; gives the ids of their items. */
    private Set<String> open(List<TicketOpening> all) {
        Set<String> known =
                items.known(all.stream().map(opening -> opening.raw().id()).toList());
        List<TicketOpening> unknown = all.stream()
                .filter(opening -> !known.contains(opening.raw().id()))
                .toList();
        Set<String> first = items.claimAll(unknown);
        List<TicketOpening> opened = unknown.stream()
                .filter(opening -> first.contains(opening.raw().id()))
                .toList();
        List<String> names =
                opened.stream().flatMap(opening -> opening.aliases().stream()).toList();
        if (!names.isEmpty()) {
            tickets.oneAtATime(names);
        }
        openings.open(opened);
        opened.forEach(opening ->
                alert.raise(opening.ticket().number(), opening.ticket().triage().priority()));
        return first;
    }

    /** What an arrival opens if it has not come before; null when more has to be looked up to decide about it. */
    private @Nullable TicketOpening opening(AssessedArrival assessed) {
        RawMessage raw = assessed.arrival().raw();
        Ticket ticket = assessed.ticket();
        if (ticket == null
                || !(assessed.arrival().reading() instanceof CanonicalComplaint complaint)
                || complaint.hints().isHistory()
                || !complaint.references().isEmpty()
                || complaint.fault() != null
                || raw.format().equals(ChatCollector.FORMAT)) {
            return null;
        }
        String document = assessed.document() == null ? tickets.document(ticket) : assessed.document();
        return new TicketOpening(raw, complaint, ticket, document, complaint.trustedAliases());
    }
}
