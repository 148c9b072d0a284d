package io.redress.lifecycle.update;

import io.redress.lifecycle.QueueNotifications;
import io.redress.lifecycle.TicketStatusRepository;
import io.redress.lifecycle.TicketStatusRepository.CurrentStatus;
import io.redress.lifecycle.TicketUpdate;
import io.redress.servicelevel.clock.PriorityAlert;
import io.redress.servicelevel.clock.TicketClocks;
import io.redress.ticket.Priority;
import io.redress.triage.CategoryRules;
import java.util.Optional;

/** Moves a ticket to another category or priority: its owner, its clocks and the queue that hears of it follow. */
public final class Reclassification {

    private final CategoryRules rules;
    private final TicketStatusRepository statuses;
    private final TicketClocks clocks;
    private final QueueNotifications notifications;
    private final PriorityAlert alert;

    public Reclassification(
            CategoryRules rules,
            TicketStatusRepository statuses,
            TicketClocks clocks,
            QueueNotifications notifications,
            PriorityAlert alert) {
        this.rules = rules;
        this.statuses = statuses;
        this.clocks = clocks;
        this.notifications = notifications;
        this.alert = alert;
    }

    /** What is wrong with a reclassification; empty when it can be done. */
    Optional<String> problem(TicketUpdate update) {
        if (update.category() == null && update.priority() == null) {
            return Optional.of("it names neither a category nor a priority");
        }
        if (update.category() != null && !rules.has(update.category())) {
            return Optional.of("there is no category '" + update.category() + "' in config/categories.yaml");
        }
        return update.priority() != null && Priority.of(update.priority()) == null
                ? Optional.of("'" + update.priority() + "' is not a priority: normal, urgent or major")
                : Optional.empty();
    }

    void apply(TicketUpdate update, CurrentStatus current) {
        String category = update.category() == null ? current.category() : update.category();
        Priority named = update.priority() == null ? null : Priority.of(update.priority());
        Priority priority = named == null ? current.priority() : named;
        statuses.classify(update.ticket(), category, priority);
        clocks.reclassified(update.ticket(), rules.policy(category), priority);
        if (priority != current.priority()) {
            alert.raise(update.ticket(), priority);
        }
        if (!category.equals(current.category())) {
            if (update.owner() == null) {
                statuses.owner(update.ticket(), rules.owner(category));
            }
            notifications.handOver(update.ticket(), update.id(), rules.queue(category));
        }
    }
}
