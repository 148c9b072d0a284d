package io.redress.intake.batch;

import io.redress.intake.Arrival;
import io.redress.intake.RawMessage;
import io.redress.intake.recording.RecordedItem;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages that were taken off an intake queue together, in its order. The first of them are recorded together; from the
 * first one that resists on, the rest is tried alone, so that the queue's order holds. For one thread.
 */
public final class ArrivalBatch {

    private final List<Object> messages;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<Recorded> recorded = new ArrayList<>();

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

    /** What was read of the first of its messages. */
    List<Arrival> arrivals() {
        return List.copyOf(arrivals);
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

    /** The messages that are to be tried alone: nothing of them was written down. */
    public List<Object> rest() {
        return messages.subList(recorded.size(), messages.size());
    }
}
