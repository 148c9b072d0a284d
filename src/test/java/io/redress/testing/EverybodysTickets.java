package io.redress.testing;

import io.redress.access.MessageSender;
import io.redress.access.SenderRights;
import org.jspecify.annotations.Nullable;

/** Every sender was given every ticket. */
public final class EverybodysTickets implements SenderRights {

    @Override
    public @Nullable String refusal(MessageSender sender, String ticket) {
        return null;
    }

    @Override
    public @Nullable String refusalOfCall(MessageSender sender, @Nullable String ticket) {
        return null;
    }
}
