package io.redress.offline;

import io.redress.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param lines to tell the user
 * @param ticket the one that it would open; null when none, or when the file holds many
 * @param judged what the ticket does not say; null without one
 */
public record DryRunResult(
        List<String> lines,
        @Nullable Ticket ticket,
        boolean opensTicket,
        @Nullable Judged judged) {

    DryRunResult(List<String> lines, @Nullable Ticket ticket, boolean opensTicket) {
        this(lines, ticket, opensTicket, null);
    }

    DryRunResult refused(String note) {
        var noted = new ArrayList<>(List.of(note));
        noted.addAll(lines);
        return new DryRunResult(noted, ticket, false, judged);
    }

    /**
     * How a complaint was taken.
     *
     * @param proof what the channel proved about its sender, as {@link io.redress.intake.SenderVerification#key}
     * @param acknowledged whether the customer would be told the number by themselves
     */
    public record Judged(String queue, String proof, boolean acknowledged) {}
}
