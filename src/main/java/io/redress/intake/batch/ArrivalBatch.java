package io.redress.intake.batch;

import io.redress.intake.Arrival;
import io.redress.intake.RawMessage;
import io.redress.intake.recording.RecordedItem;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages that were taken off an intake queue together, in its order. The first of them are recorded together; the first
 * one that fails is tried alone, and those behind it are the next batch, so that the queue's order holds. For one thread.
 */
public final class ArrivalBatch {

    private final List<Object> messages;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<Recorded> recorded = new ArrayList<>();
    private boolean failed;

    /**
     * An arrival whose end is in the ledger.
     *
     * @param message as its queue gave it
     */
    public record Recorded(Object message, RawMessage raw, RecordedItem item) {}

    ArrivalBatch(List<?> messages) {
        this.messages = List.copyOf(messages);
    }

    List<Object> messages() {
        return messages;
    }

    /** What was read of the first of its messages, for those who complete it. */
    public List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    void failed() {
        failed = true;
    }

    void read(Arrival arrival) {
        arrivals.add(arrival);
    }

    void ended(RecordedItem item) {
        int place = recorded.size();
        recorded.add(new Recorded(messages.get(place), arrivals.get(place).raw(), item));
    }

    /** Those that were recorded, for the queues that they go to. */
    public List<Recorded> recorded() {
        return List.copyOf(recorded);
    }

    /** The message that is to be tried alone; none, or one. */
    public List<Object> alone() {
        boolean isFirst = recorded.isEmpty() || failed;
        return isFirst && recorded.size() < messages.size() ? List.of(messages.get(recorded.size())) : List.of();
    }

    /** The messages behind it. The ledger recognises those that it has recorded already. */
    public List<Object> next() {
        return messages.subList(recorded.size() + alone().size(), messages.size());
    }
}
