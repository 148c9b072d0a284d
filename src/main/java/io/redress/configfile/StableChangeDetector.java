package io.redress.configfile;

/**
 * Files that are looked at again and again. An edit counts once two looks in a row saw the same, so that nothing half-written
 * is taken. For one thread at a time.
 *
 * @param <T> what a look sees
 */
public final class StableChangeDetector<T> {

    private T seen;
    private T taken;

    /** @param first what is in use already */
    public StableChangeDetector(T first) {
        this.seen = first;
        this.taken = first;
    }

    /** Looks once more; true when there is an edit to be taken up, which is told once. */
    public boolean isNew(T now) {
        boolean settled = now.equals(seen);
        seen = now;
        if (!settled || now.equals(taken)) {
            return false;
        }
        taken = now;
        return true;
    }
}
