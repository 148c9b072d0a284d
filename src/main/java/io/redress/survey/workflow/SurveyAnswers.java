package io.redress.survey.workflow;

import io.redress.lifecycle.TicketStatus;
import io.redress.survey.Survey;
import io.redress.survey.SurveyAnswer;
import io.redress.survey.SurveyListener;
import io.redress.survey.SurveyRules;
import io.redress.survey.SurveyTicket;
import io.redress.survey.SurveyTickets;
import io.redress.survey.Surveys;
import io.redress.ticket.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes answers, and lets the ticket follow from them. Each call is one transaction of its caller. */
public final class SurveyAnswers {

    /** What became of an answer. */
    public enum Outcome {
        /** It counts. */
        TAKEN,
        /** The same answer came before: a double click, or a repeat of the sender. */
        REPEATED,
        /** Another answer came before, and counts. */
        ANSWERED,
        /** The ticket was reopened in the meantime. */
        WITHDRAWN,
        /** There is no such survey, or it was never sent. */
        UNKNOWN
    }

    private final Surveys surveys;
    private final SurveyTickets tickets;
    private final SurveyWorkflow workflow;
    private final SurveyListener listener;
    private final Supplier<SurveyRules> rules;
    private final Clock clock;

    public SurveyAnswers(
            Surveys surveys,
            SurveyTickets tickets,
            SurveyWorkflow workflow,
            SurveyListener listener,
            Supplier<SurveyRules> rules,
            Clock clock) {
        this.surveys = surveys;
        this.tickets = tickets;
        this.workflow = workflow;
        this.listener = listener;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Takes the answer to a survey, the first one only.
     *
     * @param by {@code customer}, or the name of the API key of an outside survey tool
     */
    public Outcome take(UUID id, SurveyAnswer answer, String by) {
        Survey survey = surveys.lock(id).orElse(null);
        if (survey == null) {
            return Outcome.UNKNOWN;
        }
        return switch (survey.state()) {
            case NOT_SENT -> Outcome.UNKNOWN;
            case WITHDRAWN -> Outcome.WITHDRAWN;
            case ANSWERED -> Objects.equals(survey.answer(), answer) ? Outcome.REPEATED : Outcome.ANSWERED;
            case SENT -> {
                first(survey, answer, by);
                yield Outcome.TAKEN;
            }
        };
    }

    private void first(Survey survey, SurveyAnswer answer, String by) {
        Instant now = clock.instant();
        surveys.answered(survey.id(), answer, by, now);
        tickets.happened(survey.ticket(), new Event(now, by, "survey answered", answer.words()));
        listener.answered(answer);
        tickets.find(survey.ticket())
                .filter(ticket -> ticket.round() == survey.round())
                .ifPresent(ticket -> follow(ticket, survey, answer, now));
    }

    private void follow(SurveyTicket ticket, Survey survey, SurveyAnswer answer, Instant now) {
        boolean scored = answer.csat() != null || answer.nps() != null;
        if (Boolean.FALSE.equals(answer.solved())) {
            workflow.reopened(ticket, notSolved(answer), now);
        } else if (rules.get().low(answer)) {
            workflow.planRecovery(ticket, survey.id(), now);
            workflow.putOffEnd(ticket, now.plus(rules.get().closeAfter()));
        } else if ((scored || answer.solved() != null) && ticket.status() == TicketStatus.SURVEYED) {
            workflow.closed(ticket, "the customer confirmed", now);
        }
    }

    private static String notSolved(SurveyAnswer answer) {
        return answer.comment() == null
                ? "not solved, the customer says in the survey"
                : "not solved, the customer says in the survey: " + answer.comment();
    }
}
