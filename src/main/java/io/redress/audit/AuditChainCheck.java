package io.redress.audit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Looks through the entries in their order, and tells the first fault of their chain. */
public final class AuditChainCheck {

    private byte[] before;
    private long next;
    private long entries;
    private @Nullable Fault fault;

    /** @param removal the newest one, after which the entries begin; null when none were removed */
    public AuditChainCheck(@Nullable AuditRemoval removal) {
        this.next = removal == null ? 0 : removal.last() + 1;
        this.before = removal == null ? AuditSeal.beginning() : removal.hash();
    }

    /** Where the log is not what it was. */
    public record Fault(long position, String problem) {}

    /** The next entry. */
    public void accept(long position, AuditEntry entry, byte[] hash) {
        entries++;
        if (fault == null) {
            if (position != next) {
                fault = new Fault(next, "is missing");
            } else if (!Arrays.equals(hash, AuditSeal.hash(before, position, entry))) {
                fault = new Fault(position, "is not what was written, or does not follow the one before it");
            }
        }
        before = hash;
        next = position + 1;
    }

    /** @param position and hash where the log says that it ends */
    public void end(long position, byte[] hash) {
        if (fault == null && next <= position) {
            fault = new Fault(next, "is missing, and all after it");
        } else if (fault == null && (next != position + 1 || !Arrays.equals(before, hash))) {
            fault = new Fault(position, "is not the entry that the end of the log names");
        }
    }

    public long entries() {
        return entries;
    }

    public @Nullable Fault fault() {
        return fault;
    }
}
