package io.redress.reply;

import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateEffects;
import io.redress.lifecycle.UpdateKind;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Tells customers of the updates that concern them. */
public final class CustomerNotifications {

    /** The message for each kind of update, with {@code kind}, {@code note} and {@code remedy}. */
    public static final MessageTemplate UPDATE = new MessageTemplate("update", Set.of("kind", "note", "remedy"), true);

    private final Messages messages;
    private final Set<UpdateKind> tell;
    private final Clock clock;

    /** @param tell of which kinds of update customers hear, unless the update says otherwise */
    public CustomerNotifications(Messages messages, Set<UpdateKind> tell, Clock clock) {
        this.messages = messages;
        this.tell = Set.copyOf(tell);
        this.clock = clock;
    }

    /** Plans a message about an update, where its customer is to hear of it. */
    public void tell(TicketUpdate update) {
        boolean wanted = update.told() == null ? tell.contains(update.kind()) : update.told();
        if (wanted) {
            Map<String, String> texts = new HashMap<>();
            texts.put("kind", update.kind().key());
            texts.put("note", UpdateEffects.note(update));
            texts.put("remedy", update.remedy() == null ? "" : update.remedy());
            String key = update.ticket() + "/" + update.id();
            messages.toCustomer(
                    update.ticket(), key, new MessageContent(UPDATE.name(), texts, Map.of()), clock.instant());
        }
    }
}
