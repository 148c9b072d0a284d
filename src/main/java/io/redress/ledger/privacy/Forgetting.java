package io.redress.ledger.privacy;

import io.redress.handoff.BlobStore;
import io.redress.history.RedactionRecord;
import io.redress.ledger.privacy.ForgettingRows.Work;
import io.redress.privacy.CallFolders;
import io.redress.privacy.FolderSearch;
import io.redress.privacy.TraceSearch;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Forgets one person, step by step. Each step can be done again: after a crash all of them are, from the first, with what
 * was written down when it was asked for. Who writes to the hub meanwhile, even the same person, is not touched.
 */
public final class Forgetting {

    private static final int ROUNDS = 4;
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);

    private final TransactionOperations transaction;
    private final ForgettingRows rows;
    private final TicketRedaction blanking;
    private final ForgottenNotification notification;
    private final DatabaseScrubber database;
    private final QueueEraser queues;
    private final BlobStore blobs;
    private final Places places;
    private final Clock clock;

    /**
     * Where to look.
     *
     * @param searched the data folder, and the blobs where they are elsewhere
     * @param calls files of call centres and diallers
     */
    public record Places(List<Path> searched, CallFolders calls) {}

    Forgetting(
            TransactionOperations transaction,
            ForgettingRows rows,
            TicketRedaction blanking,
            ForgottenNotification notification,
            DatabaseScrubber database,
            QueueEraser queues,
            BlobStore blobs,
            Places places,
            Clock clock) {
        this.transaction = transaction;
        this.rows = rows;
        this.blanking = blanking;
        this.notification = notification;
        this.database = database;
        this.queues = queues;
        this.blobs = blobs;
        this.places = places;
        this.clock = clock;
    }

    /** Does all that is left of one forgetting. */
    void perform(UUID id) {
        var row = rows.find(id).orElseThrow();
        Instant since = Instant.now(); // files have the machine's time, whatever the hub's clock says
        Work work = blank(id, rows.work(id), row.requestedBy());
        var traceSearch = new TraceSearch(work.traces());
        rows.state(id, ForgettingState.QUEUES);
        Set<String> items = work.items().stream().map(UUID::toString).collect(Collectors.toSet());
        Set<String> needed = queues.remove(work.tickets(), items);
        rows.state(id, ForgettingState.FILES);
        Set<String> left = new TreeSet<>();
        places.calls().blank(traceSearch).forEach(file -> left.add(file.toString()));
        for (String ref : work.blobs()) {
            if (!needed.contains(ref) && !blanking.isNeeded(ref)) {
                blobs.remove(ref, since);
            }
        }
        left.addAll(rewrittenAndSearched(id, traceSearch));
        rows.done(id, clock.instant(), left.isEmpty() ? null : String.join("; ", left));
    }

    private Work blank(UUID id, Work start, String by) {
        var traceSearch = new TraceSearch(start.traces());
        Work work = start;
        for (String ticket : start.tickets()) {
            Work before = work;
            work = transaction.execute(status -> {
                Work after = before.withBlobs(blanking.blobs(Set.of(ticket), itemsOf(ticket)));
                if (blanking.blank(
                        ticket,
                        traceSearch,
                        by,
                        "who it was is no longer kept, on request",
                        RedactionRecord.FORGETTING + id)) {
                    notification.tell(ticket);
                    rows.save(id, after);
                }
                return after;
            });
        }
        Work last = work;
        return transaction.execute(status -> {
            Work after = last.withBlobs(blanking.blobs(Set.of(), start.items()));
            start.items().forEach(blanking::blank);
            rows.save(id, after);
            return after;
        });
    }

    private Set<UUID> itemsOf(String ticket) {
        return Set.copyOf(blanking.items(ticket));
    }

    /**
     * A transaction that began before may keep old rows alive for a moment, a consumer a message: so it is tried again,
     * unless only an administrator can go on.
     */
    private Set<String> rewrittenAndSearched(UUID id, TraceSearch traceSearch) {
        Set<String> refused = Set.of();
        Set<String> found = Set.of();
        for (int round = 1; round <= ROUNDS; round++) {
            Set<String> before = refused;
            rows.state(id, ForgettingState.REWRITING);
            refused = new TreeSet<>(database.run());
            refused.addAll(queues.compact());
            rows.state(id, ForgettingState.SEARCHING);
            found = places.searched().stream()
                    .flatMap(folder -> FolderSearch.find(folder, traceSearch).stream())
                    .map(Path::toString)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (found.isEmpty() && refused.equals(before)) {
                break;
            }
            if (round < ROUNDS) {
                pause();
            }
        }
        Set<String> left = new TreeSet<>(refused);
        left.addAll(found);
        return left;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_ROUNDS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the hub stops; it goes on when it starts again", e);
        }
    }
}
