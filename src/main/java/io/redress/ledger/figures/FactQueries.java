package io.redress.ledger.figures;

import static io.redress.ledger.PostgresValues.literals;

import io.redress.callback.CallbackState;
import io.redress.figures.FigureFact;
import io.redress.lifecycle.TicketLifecycle;
import io.redress.lifecycle.UpdateKind;

/**
 * Where the ledger has each {@link FigureFact}: rows of {@code ticket_number}, {@code at} and {@code value}. Parameters are
 * {@code from}, {@code to} and {@code now}; whoever uses them limits {@code at} to the period.
 */
final class FactQueries {

    private static final String APPLIED = literals(TicketLifecycle.Outcome.APPLIED);

    /** The times at which clocks count: one that ended, when it was met or due; one that runs, when it is due. */
    private static final String DECIDED = """
            (ended_at is not null and least(met_at, due_at) >= :from and least(met_at, due_at) < :to
              or ended_at is null and due_at >= :from and due_at < :to)
            """;

    private static final String ONE_CLOCK = """
            select ticket_number, least(met_at, due_at) as at, case when met_at <= due_at or due_at is null then 1 else 0 end as value
            from ticket_clock
            where clock = '%s'
              and (met_at is not null or due_at <= :now and (ended_at is null or ended_at > due_at))
              and
            """ + DECIDED;

    private static final String ALL_CLOCKS = """
            select ticket_number, coalesce(late_at, kept_at) as at, case when late_at is null then 1 else 0 end as value
            from (select ticket_number,
                         min(due_at) filter (where due_at <= :now
                           and coalesce(met_at, ended_at, 'infinity') > due_at) as late_at,
                         max(met_at) as kept_at,
                         bool_or(ended_at is null) as running
                  from ticket_clock
                  where (ticket_number, round) in (select ticket_number, round from ticket_clock where %s)
                  group by ticket_number, round) as rounds
            where late_at is not null or kept_at is not null and not running
            """.formatted(DECIDED);

    private static final String ANSWERED = """
            select number as ticket_number, least(first_response_at, received_at + interval '24 hours') as at,
                   case when first_response_at <= received_at + interval '24 hours' then 1 else 0 end as value
            from ticket
            where received_at >= cast(:from as timestamptz) - interval '24 hours' and received_at < :to
            """;

    private static final String FIRST_SOLVED = """
            select solved.ticket_number, solved.happened_at as at, case when %1$s then 1 else 0 end as value
            from ticket_update solved join ticket on number = solved.ticket_number
            where solved.kind = %2$s and solved.outcome = %3$s
              and not exists (select 1 from ticket_update earlier
                              where earlier.ticket_number = solved.ticket_number
                                and earlier.kind = %2$s and earlier.outcome = %3$s
                                and (earlier.happened_at, earlier.id) < (solved.happened_at, solved.id))
            """;

    private static final String UNDISTURBED = """
            round = 1
            and not exists (select 1 from ticket_update asked
                            where asked.ticket_number = solved.ticket_number and asked.kind = %s
                              and asked.outcome = %s and asked.happened_at <= solved.happened_at)
            and not exists (select 1 from event
                            where event.ticket_number = solved.ticket_number and event.what = 'follow-up'
                              and event.at <= solved.happened_at)
            """;

    private static final String ANSWER = """
            select ticket_number, answered_at as at, %s as value from survey where %s is not null
            """;

    private static final String CALLBACK = """
            select ticket_number, updated_at as at,
                   case when exists (select 1 from callback_attempt
                                     where callback_id = callback.id and outcome in
                                       ('reached-solved', 'reached-not-solved', 'refuses', 'call-later'))
                        then 1 else 0 end as value
            from callback
            where state = %s
              and exists (select 1 from callback_attempt where callback_id = callback.id and outcome is not null)
            """.formatted(literals(CallbackState.DONE));

    private static final String SINCE_ARRIVAL = """
            select number as ticket_number, %1$s as at, extract(epoch from %1$s - received_at) as value
            from ticket where %1$s is not null
            """;

    private FactQueries() {}

    static String of(FigureFact fact) {
        return switch (fact) {
            case RECEIVED -> "select number as ticket_number, received_at as at, 1 as value from ticket";
            case IN_TIME -> ALL_CLOCKS;
            case FIRST_RESPONSE_CLOCK -> ONE_CLOCK.formatted("first-response");
            case RESOLUTION_CLOCK -> ONE_CLOCK.formatted("resolution");
            case ANSWERED -> ANSWERED;
            case FIRST_CONTACT -> firstSolved(UNDISTURBED.formatted(literals(UpdateKind.AWAITING_CUSTOMER), APPLIED));
            case REOPENED -> firstSolved("round > 1");
            case CSAT -> ANSWER.formatted("csat", "csat");
            case SATISFIED -> ANSWER.formatted("case when csat >= 4 then 1 else 0 end", "csat");
            case NPS -> ANSWER.formatted("case when nps >= 9 then 100 when nps <= 6 then -100 else 0 end", "nps");
            case CALLBACK -> CALLBACK;
            case FIRST_RESPONSE_TIME -> SINCE_ARRIVAL.formatted("first_response_at");
            case RESOLUTION_TIME -> SINCE_ARRIVAL.formatted("solved_at");
        };
    }

    private static String firstSolved(String condition) {
        return FIRST_SOLVED.formatted(condition, literals(UpdateKind.SOLVED), APPLIED);
    }
}
