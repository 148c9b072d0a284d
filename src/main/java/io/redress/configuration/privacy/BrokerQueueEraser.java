package io.redress.configuration.privacy;

import io.redress.broker.JournalRollover;
import io.redress.broker.QueuePurge;
import io.redress.broker.QueuePurge.Gone;
import io.redress.broker.journal.JournalFiles;
import io.redress.ledger.privacy.QueueEraser;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes persons out of the broker's queues and, where the broker is the hub's own, out of its journal. */
final class BrokerQueueEraser implements QueueEraser {

    private static final Gone NOBODY = new Gone(Set.of(), Set.of());

    private final QueuePurge cleaning;
    private final @Nullable JournalFiles journal;
    private final JournalRollover filler;
    private final Supplier<List<String>> known;

    /**
     * @param journal null with an external broker
     * @param filler for an external broker
     * @param known queues that are looked through although the broker cannot be asked for its queues
     */
    BrokerQueueEraser(
            QueuePurge cleaning, @Nullable JournalFiles journal, JournalRollover filler, Supplier<List<String>> known) {
        this.cleaning = cleaning;
        this.journal = journal;
        this.filler = filler;
        this.known = known;
    }

    @Override
    public Set<String> remove(Set<String> tickets, Set<String> items) {
        return clean(new Gone(tickets, items)).blobs();
    }

    @Override
    public List<String> compact() {
        JournalFiles files = journal;
        if (files == null) {
            return compactOutside();
        }
        try {
            int first = files.begin();
            clean(NOBODY);
            return files.clean(first)
                    ? List.of()
                    : List.of("broker journal: a consumer holds messages of an older file");
        } catch (IOException e) {
            throw new UncheckedIOException("the broker's journal cannot be cleaned up", e);
        }
    }

    private List<String> compactOutside() {
        try {
            filler.fill();
        } catch (JMSException e) {
            throw new IllegalStateException("the broker does not answer", e);
        }
        clean(NOBODY);
        return List.of("broker: the old files of its journal go at its next clean-up, see docs/privacy.md");
    }

    private QueuePurge.Cleaned clean(Gone gone) {
        try {
            return cleaning.clean(queues(), gone);
        } catch (JMSException e) {
            throw new IllegalStateException("the broker does not answer", e);
        }
    }

    private Map<String, Long> queues() {
        if (journal != null) {
            return journal.filled();
        }
        Map<String, Long> queues = new TreeMap<>();
        for (String name : known.get()) {
            queues.put(name, Long.MAX_VALUE);
            queues.put(name.startsWith("DLQ.") ? name : "DLQ." + name, Long.MAX_VALUE);
        }
        return queues;
    }
}
