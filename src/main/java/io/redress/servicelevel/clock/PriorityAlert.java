package io.redress.servicelevel.clock;

import io.redress.due.QueueNames;
import io.redress.lifecycle.QueueNotifications;
import io.redress.reply.MessageContent;
import io.redress.reply.Messages;
import io.redress.servicelevel.ServiceLevels;
import io.redress.ticket.Priority;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/** Tells those who must hear at once of a ticket of a high priority, as {@code tell} of service-levels.yaml says. */
public final class PriorityAlert {

    private final Supplier<ServiceLevels> levels;
    private final QueueNotifications notifications;
    private final Messages messages;
    private final Clock clock;

    public PriorityAlert(
            Supplier<ServiceLevels> levels, QueueNotifications notifications, Messages messages, Clock clock) {
        this.levels = levels;
        this.notifications = notifications;
        this.messages = messages;
        this.clock = clock;
    }

    /** Raised once for each ticket and priority. */
    public void raise(String ticket, Priority priority) {
        levels.get().tellsAtOnce(priority).ifPresent(role -> {
            String key = priority.key();
            notifications.tell(
                    ticket, "priority/" + key, QueueNames.ESCALATIONS, Map.of("type", "priority", "role", role));
            var texts = Map.of("type", "priority", "clock", "", "number", ticket, "role", role);
            messages.toRole(
                    ticket,
                    ticket + "/priority/" + key,
                    role,
                    new MessageContent("escalation", texts, Map.of()),
                    clock.instant());
        });
    }
}
