package io.redress.intake;

import org.slf4j.MDC;

/** Names the item that this thread works on in each line of its log (MDC {@code item} and {@code ticket}), until closed. */
public final class ItemLogContext implements AutoCloseable {

    private static final String ITEM = "item";
    private static final String TICKET = "ticket";

    private ItemLogContext() {}

    public static ItemLogContext of(RawMessage raw) {
        MDC.put(ITEM, raw.id());
        MDC.put(TICKET, raw.number());
        return new ItemLogContext();
    }

    /** Whether this thread's log names the item already. */
    public static boolean names(RawMessage raw) {
        return raw.id().equals(MDC.get(ITEM));
    }

    /** The thread goes on to other work. */
    @Override
    public void close() {
        MDC.remove(ITEM);
        MDC.remove(TICKET);
    }
}
