package io.redress.api.audit;

import io.redress.api.InvalidParameterException;
import io.redress.api.ParameterValue;
import io.redress.audit.AuditMarks;
import io.redress.audit.AuditOutcome;
import io.redress.ledger.audit.AuditSearch;
import io.redress.ticket.KeyedEnum;
import io.redress.ticket.TicketNumber;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which entries are asked for, as the parameters come. */
public record AuditFilter(
        @Parameter(description = "A person's login, or the name of a key", example = "wang.li") @Nullable
        String actor,

        @Parameter(
                description = "A permission's key, sign-in, sign-out, account, wrong-key, broker-login, own-tickets or"
                        + " audit.removal",
                example = "tickets.read")
        @Nullable
        String act,

        @Parameter(
                description = "How far it came",
                schema = @Schema(allowableValues = {"begun", "done", "refused", "failed"}))
        @Nullable
        String outcome,

        @Parameter(description = "From where", example = "10.0.0.5") @Nullable
        String address,

        @Parameter(description = "The ticket that was read or changed", example = "R-260701-7K9Q2M") @Nullable
        String ticket,

        @Parameter(
                description = "The id of an item, callback or survey",
                example = "0197c1d2-7a10-7c3e-9d3f-2b1c4d5e6f70")
        @Nullable
        String id,

        @Parameter(
                description = "Who looked for this phone (in any spelling), mail address, handle or words,"
                        + " or read a ticket that has it now",
                example = "138 0013 8000")
        @Nullable
        String about,

        @Parameter(
                description = "At or after this time (ISO 8601 with offset), or this day in UTC",
                example = "2026-07-01")
        @Nullable
        String from,

        @Parameter(description = "Before this time, or this day in UTC", example = "2026-07-02") @Nullable
        String to) {

    private static final List<String> OUTCOMES = KeyedEnum.keys(AuditOutcome.class);
    private static final int LONGEST = 320;

    /** @param ticketsOf the numbers of tickets that have a phone or a mail address now */
    AuditSearch search(AuditMarks marks, Function<String, List<String>> ticketsOf) {
        String asked = ParameterValue.oneOf("outcome", outcome, OUTCOMES);
        return new AuditSearch(
                ParameterValue.text(actor),
                ParameterValue.text(act),
                asked == null ? null : KeyedEnum.known(AuditOutcome.class, asked),
                ParameterValue.text(address),
                targets(marks, ticketsOf),
                ParameterValue.instant("from", from),
                ParameterValue.instant("to", to));
    }

    private @Nullable Set<String> targets(AuditMarks marks, Function<String, List<String>> ticketsOf) {
        Set<String> targets = new LinkedHashSet<>();
        String number = ParameterValue.text(ticket);
        String one = ParameterValue.text(id);
        String value = ParameterValue.text(about);
        if (number != null && one != null || number != null && value != null || one != null && value != null) {
            throw new InvalidParameterException("about", "give one of ticket, id and about");
        }
        if (number != null) {
            targets.add(AuditMarks.ticket(TicketNumber.namedIn(number).stream()
                    .findFirst()
                    .orElseThrow(
                            () -> new InvalidParameterException("ticket", "ticket must look like R-260701-7K9Q2M"))));
        }
        if (one != null) {
            targets.add("id:" + one.toLowerCase(Locale.ROOT));
        }
        if (value != null) {
            if (value.length() > LONGEST) {
                throw new InvalidParameterException("about", "about must have at most " + LONGEST + " characters");
            }
            targets.addAll(marks.searched(value));
            ticketsOf.apply(value).stream().map(AuditMarks::ticket).forEach(targets::add);
        }
        return targets.isEmpty() ? null : targets;
    }
}
