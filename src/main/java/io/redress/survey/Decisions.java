package io.redress.survey;

import io.redress.survey.Decision.NotSent;
import io.redress.survey.Decision.Reason;
import io.redress.survey.Decision.Send;
import io.redress.ticket.Customer;
import java.time.Instant;
import java.util.Set;

/** Decides whether a ticket's customer gets a survey. */
public final class Decisions {

    private final Sampling sampling;
    private final Identities identities;
    private final Persons persons;

    public Decisions(Sampling sampling, Identities identities, Persons persons) {
        this.sampling = sampling;
        this.identities = identities;
        this.persons = persons;
    }

    /** To send it counts as sent, for the gap, as soon as the caller's transaction commits. */
    Decision decide(SurveyTicket ticket, SurveyRules rules, Instant now) {
        Customer customer = ticket.customer();
        Set<String> person = identities.of(customer);
        double rate = rules.rate(ticket.category());
        if (person.isEmpty()) {
            return new NotSent(Reason.UNREACHABLE, "no e-mail, phone or chat is known");
        }
        if (persons.declined(person)) {
            return new NotSent(Reason.OPT_OUT, "the customer wants none");
        }
        if (!sampling.draws(ticket.number(), rate)) {
            return new NotSent(
                    Reason.NOT_SAMPLED,
                    "not drawn, " + plain(rate) + " % of the category " + ticket.category() + " are");
        }
        return persons.claim(person, now, rules.gap())
                .<Decision>map(last -> new NotSent(
                        Reason.GAP,
                        "this customer got one at " + last + ", less than " + SurveyRules.told(rules.gap()) + " ago"))
                .orElseGet(() -> new Send(way(customer, rules)));
    }

    private static Way way(Customer customer, SurveyRules rules) {
        boolean written = !customer.emails().isEmpty() || !customer.handles().isEmpty();
        return rules.outside() || !written ? Way.QUEUE : Way.MESSAGE;
    }

    private static String plain(double rate) {
        return rate == Math.rint(rate) ? String.valueOf((long) rate) : String.valueOf(rate);
    }
}
