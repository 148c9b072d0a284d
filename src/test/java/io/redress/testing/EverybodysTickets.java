package io.redress.testing;

import io.redress.access.Sender;
import io.redress.access.SenderRights;
import org.jspecify.annotations.Nullable;

/** Every sender was given every ticket. */
public final class EverybodysTickets implements SenderRights {

    @Override
    public @Nullable String refusal(Sender sender, String ticket) {
        return null;
    }

    @Override
    public @Nullable String refusalOfCall(Sender sender, @Nullable String ticket) {
        return null;
    }
}
