package io.redress.survey;

import io.redress.survey.SurveyDecision.NotSent;
import io.redress.survey.SurveyDecision.Reason;
import io.redress.survey.SurveyDecision.Send;
import io.redress.ticket.Customer;
import java.time.Instant;
import java.util.Set;

/** Decides whether a ticket's customer gets a survey. */
public final class SurveyDecisions {

    private final SurveySampling sampling;
    private final PersonHashes personHashes;
    private final ContactHistory contactHistory;

    public SurveyDecisions(SurveySampling sampling, PersonHashes personHashes, ContactHistory contactHistory) {
        this.sampling = sampling;
        this.personHashes = personHashes;
        this.contactHistory = contactHistory;
    }

    /** To send it counts as sent, for the gap, as soon as the caller's transaction commits. */
    public SurveyDecision decide(SurveyTicket ticket, SurveyRules rules, Instant now) {
        Customer customer = ticket.customer();
        Set<String> person = personHashes.of(customer);
        double rate = rules.rate(ticket.category());
        if (person.isEmpty()) {
            return new NotSent(Reason.UNREACHABLE, "no e-mail, phone or chat is known");
        }
        if (contactHistory.declined(person)) {
            return new NotSent(Reason.OPT_OUT, "the customer wants none");
        }
        if (!sampling.draws(ticket.number(), rate)) {
            return new NotSent(
                    Reason.NOT_SAMPLED,
                    "not drawn, " + plain(rate) + " % of the category " + ticket.category() + " are");
        }
        return contactHistory
                .claim(person, now, rules.gap())
                .<SurveyDecision>map(last -> new NotSent(
                        Reason.GAP,
                        "this customer got one at " + last + ", less than " + SurveyRules.told(rules.gap()) + " ago"))
                .orElseGet(() -> new Send(way(customer, rules)));
    }

    private static SurveyDelivery way(Customer customer, SurveyRules rules) {
        boolean written = !customer.emails().isEmpty() || !customer.handles().isEmpty();
        return rules.outside() || !written ? SurveyDelivery.QUEUE : SurveyDelivery.MESSAGE;
    }

    private static String plain(double rate) {
        return rate == Math.rint(rate) ? String.valueOf((long) rate) : String.valueOf(rate);
    }
}
