package io.redress.audit;

/** Where entries are kept. */
public interface AuditLog {

    /**
     * Keeps an entry. When it returns, the entry is on the disk; it may be called by many threads, none of them within a
     * transaction.
     *
     * @throws RuntimeException when it was not kept: then what it tells of must not happen, or must not be shown
     */
    void write(AuditEntry entry);
}
