package io.redress.access;

import org.jspecify.annotations.Nullable;

/** Whose word counts for which ticket: that of who was given it. */
public interface TicketPermissions {

    /** Why an update does not count; null when it does. A ticket that there is not is nobody's. */
    @Nullable
    String refusal(MessageSender sender, String ticket);

    /**
     * Why a report of a call does not count; null when it does.
     *
     * @param ticket that of the callback; null when there is no such callback
     */
    @Nullable
    String refusalOfCall(MessageSender sender, @Nullable String ticket);
}
