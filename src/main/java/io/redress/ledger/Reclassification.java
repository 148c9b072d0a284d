package io.redress.ledger;

import io.redress.ledger.Standings.Standing;
import io.redress.lifecycle.TicketUpdate;
import io.redress.ticket.Priority;
import io.redress.triage.CategoryRules;
import java.util.Optional;

/** Moves a ticket to another category or priority: its owner, its clocks and the queue that hears of it follow. */
public final class Reclassification {

    private final CategoryRules rules;
    private final Standings standings;
    private final TicketClocks clocks;
    private final Announcements announcements;
    private final PriorityAlarm alarm;

    public Reclassification(
            CategoryRules rules,
            Standings standings,
            TicketClocks clocks,
            Announcements announcements,
            PriorityAlarm alarm) {
        this.rules = rules;
        this.standings = standings;
        this.clocks = clocks;
        this.announcements = announcements;
        this.alarm = alarm;
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

    void apply(TicketUpdate update, Standing standing) {
        String category = update.category() == null ? standing.category() : update.category();
        Priority named = update.priority() == null ? null : Priority.of(update.priority());
        Priority priority = named == null ? standing.priority() : named;
        standings.classify(update.ticket(), category, priority);
        clocks.reclassified(update.ticket(), rules.policy(category), priority);
        if (priority != standing.priority()) {
            alarm.raise(update.ticket(), priority);
        }
        if (!category.equals(standing.category())) {
            if (update.owner() == null) {
                standings.owner(update.ticket(), rules.owner(category));
            }
            announcements.handOver(update.ticket(), update.id(), rules.queue(category));
        }
    }
}
