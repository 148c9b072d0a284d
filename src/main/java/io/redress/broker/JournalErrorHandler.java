package io.redress.broker;

import java.io.IOException;
import java.util.Locale;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.apache.activemq.util.DefaultIOExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the broker does when its store cannot be written. A full disk that refuses a write to the journal is waited out:
 * senders are refused meanwhile.
 *
 * <p>After one that refuses a write to the index, the process ends at once: KahaDB forgets the pages that it could not write
 * (PageFile.PageWrite, begin()), and would soon write that the index has all messages that the journal had by then; a crash
 * after that would lose them. A restart completes the index from its recovery file and the journal.
 *
 * <p>After any other error nobody knows what of the journal is on disk, and what was written next might stand behind a gap
 * that recovery does not cross; so the process ends at once, before it acknowledges more, and what its next start finds is
 * the truth. Databases do the same since it is known that a sync may fail only once (PostgreSQL's wiki: "Fsync Errors").
 */
final class JournalErrorHandler extends DefaultIOExceptionHandler {

    /** {@code EX_IOERR} of sysexits.h. */
    static final int EXIT_CODE = 74;

    private static final Logger LOG = LoggerFactory.getLogger(JournalErrorHandler.class);

    private final Runnable end;

    /** @param end ends the process without another write */
    JournalErrorHandler(Runnable end) {
        this.end = end;
        setIgnoreAllErrors(true); // all that do not end the process: the sender has been refused
    }

    @Override
    public void handle(IOException trouble) {
        boolean running = broker.isStarted() && !broker.isStopping();
        if (running && !(isFull(trouble) && isIndexUsable())) {
            LOG.error(
                    "The broker's store cannot be written ({}): the process ends now with code {}, before it accepts what a"
                            + " restart would not find; check the disk, then start it again",
                    trouble.toString(),
                    EXIT_CODE);
            end.run();
        }
        super.handle(trouble);
    }

    /** Lets the journal write again, and the index never: that would hide its failure from {@link #isIndexUsable}. */
    @Override
    protected void allowIOResumption() {
        try {
            if (broker.getPersistenceAdapter() instanceof KahaDBPersistenceAdapter store) {
                store.getStore().getJournal().allowIOResumption();
            }
        } catch (IOException e) {
            LOG.warn("The journal cannot be written again", e);
        }
    }

    private boolean isIndexUsable() {
        try {
            return broker.getPersistenceAdapter() instanceof KahaDBPersistenceAdapter store
                    && store.getStore().getPageFile().isLoaded();
        } catch (IOException e) {
            LOG.warn("The index of the broker's store cannot be read", e);
            return false;
        }
    }

    private static boolean isFull(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (words.contains("no space left") || words.contains("quota exceeded")) {
                return true;
            }
        }
        return false;
    }
}
