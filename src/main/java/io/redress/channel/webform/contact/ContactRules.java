package io.redress.channel.webform.contact;

import io.redress.channel.webform.body.FormProblem;
import io.redress.mapping.SourceCheck;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a customer can be answered at what stands in a form.
 *
 * @param reservedDomains whether domains for examples and tests are taken, as a trial needs it
 */
public record ContactRules(boolean reservedDomains) {

    /** What is wrong with the phone numbers and addresses; empty when nothing is. */
    public List<FormProblem> problems(SourceCheck form) {
        var problems = new ArrayList<FormProblem>();
        form.phones().stream()
                .filter(phone -> !form.region().hasNumberIn(phone.value()))
                .map(phone -> FormProblem.of(
                        phone.sourceName(),
                        "unreachable-phone",
                        "is not a number that can be called in " + form.region().region() + " or abroad",
                        "write the whole number with its area code, and with + and the country code if it is abroad"))
                .forEach(problems::add);
        form.emails().stream().map(this::problem).forEach(problem -> {
            if (problem != null) {
                problems.add(problem);
            }
        });
        return problems.stream().distinct().toList();
    }

    private @Nullable FormProblem problem(SourceCheck.Written written) {
        ReachableMail address = ReachableMail.of(written.value());
        if (address == null || (address.isReserved() && !reservedDomains)) {
            return FormProblem.of(
                    written.sourceName(),
                    "unreachable-email",
                    "is not an address that can get mail",
                    "write one like name@ and the name of a mail provider or a company");
        }
        String meant = address.meant();
        return meant == null
                ? null
                : FormProblem.of(
                                written.sourceName(),
                                "misspelt-email",
                                "has a domain that is a slip of the finger",
                                "correct it, probably to " + meant)
                        .about(meant);
    }
}
