package io.redress.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** Writes all that wait in one transaction: while one group is synced, the next gathers. */
final class GroupedStore implements ComplaintStore {

    private record Waiting(Complaint complaint, CompletableFuture<Void> stored) {}

    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final Transaction transaction;
    private final int most;

    /** @param most complaints in a group */
    GroupedStore(Transaction transaction, int most, int writers) {
        this.transaction = transaction;
        this.most = most;
        for (int i = 0; i < writers; i++) {
            var thread = new Thread(this::writeForever, "writer-" + i);
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void store(Complaint complaint) throws Exception {
        var stored = new CompletableFuture<Void>();
        waiting.add(new Waiting(complaint, stored));
        stored.get();
    }

    /** How many are in no group yet. */
    int waiting() {
        return waiting.size();
    }

    private void writeForever() {
        List<Waiting> group = new ArrayList<>(most);
        while (!Thread.currentThread().isInterrupted()) {
            try {
                group.add(waiting.take());
                waiting.drainTo(group, most - 1);
                transaction.write(group.stream().map(Waiting::complaint).toList());
                group.forEach(one -> one.stored().complete(null));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                group.forEach(one -> one.stored().completeExceptionally(e));
            }
            group.clear();
        }
    }
}
