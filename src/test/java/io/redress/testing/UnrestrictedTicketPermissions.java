package io.redress.testing;

import io.redress.access.MessageSender;
import io.redress.access.TicketPermissions;
import org.jspecify.annotations.Nullable;

/** Every sender was given every ticket. */
public final class UnrestrictedTicketPermissions implements TicketPermissions {

    @Override
    public @Nullable String refusal(MessageSender sender, String ticket) {
        return null;
    }

    @Override
    public @Nullable String refusalOfCall(MessageSender sender, @Nullable String ticket) {
        return null;
    }
}
