package io.redress.audit;

import io.redress.history.SealedFields;
import org.jspecify.annotations.Nullable;

/** How an entry is chained to the one before it: as an event of a history (docs/history.md), without a salt. */
public final class AuditSeal {

    private AuditSeal() {}

    /** What stands before the first entry. */
    public static byte[] beginning() {
        return new byte[0];
    }

    /**
     * An entry's hash.
     *
     * @param before that of the entry before it
     * @param position 0, 1, 2 …
     */
    public static byte[] hash(byte[] before, long position, AuditEntry entry) {
        var fields = new SealedFields()
                .add(position)
                .add(entry.at())
                .add(entry.actor().kind().key())
                .add(entry.actor().name())
                .add(entry.address())
                .add(entry.act())
                .add(entry.operation())
                .add(entry.targets().size());
        entry.targets().forEach(fields::add);
        return fields.add(entry.outcome().key())
                .add(text(entry.shown()))
                .add(text(entry.request()))
                .add(entry.note())
                .chained(before);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
