package io.redress.broker.journal;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.apache.activemq.store.kahadb.disk.journal.Journal;

/**
 * The files of an embedded broker's journal. Messages that were taken stay readable in them until the file goes, and a file
 * goes only once nothing in it is needed: so a new one is begun, and the old ones are cleaned up when they are empty.
 */
public final class JournalFiles {

    private final BrokerService broker;

    public JournalFiles(BrokerService broker) {
        this.broker = broker;
    }

    /** What is written from now on goes to a new file; the number of that file. */
    public int begin() throws IOException {
        Journal journal = store().getStore().getJournal();
        journal.rotateWriteFile();
        return journal.getCurrentDataFileId();
    }

    /** Deletes the files before this one in which nothing is needed any more; true when there are none left. */
    public boolean clean(int first) throws IOException {
        store().checkpoint(true);
        return store().getStore().getJournal().getFileMap().keySet().stream().allMatch(file -> file >= first);
    }

    /** The queues in which something waits, and how much. */
    public Map<String, Long> filled() {
        try {
            Map<String, Long> depths = new TreeMap<>();
            broker.getBroker().getDestinationMap().forEach((name, queue) -> {
                long depth = queue.getDestinationStatistics().getMessages().getCount();
                if (name.isQueue() && !name.isTemporary() && depth > 0) {
                    depths.put(name.getPhysicalName(), depth);
                }
            });
            return depths;
        } catch (Exception e) {
            throw new IllegalStateException("the embedded broker is not running", e);
        }
    }

    private KahaDBPersistenceAdapter store() throws IOException {
        return (KahaDBPersistenceAdapter) broker.getPersistenceAdapter();
    }
}
