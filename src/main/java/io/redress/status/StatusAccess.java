package io.redress.status;

import io.redress.standing.SenderTrust;
import io.redress.standing.TicketAction;
import io.redress.status.StatusLinkStates.LinkState;
import io.redress.ticket.TicketNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may open a customer's pages: whoever has the link is a verified person, everybody else is anybody. An unknown number,
 * a wrong token, and a link that ended or was withdrawn are told apart by nobody.
 */
public final class StatusAccess {

    private static final int LONGEST_NUMBER = 40;

    private final StatusToken tokens;
    private final StatusLinkStates states;

    public StatusAccess(StatusToken tokens, StatusLinkStates states) {
        this.tokens = tokens;
        this.states = states;
    }

    /** A link that counts: the number as the hub writes it, and the generation of its token. */
    public record Link(String number, int generation) {}

    /**
     * The link that these two make; empty when its holder may not do this.
     *
     * @param number as typed; small letters and the look-alikes o, i, l are read as meant
     */
    public Optional<Link> allowed(String number, @Nullable String token, TicketAction action) {
        if (number.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        return TicketNumber.namedIn(number).stream()
                .findFirst()
                .flatMap(meant -> link(meant, token))
                .filter(link -> SenderTrust.VERIFIED_PERSON.may(action));
    }

    /** The ledger is asked only about tokens that were made here, so that guesses cost nothing and take one time. */
    private Optional<Link> link(String number, @Nullable String token) {
        return tokens.generation(number, token)
                .filter(generation -> {
                    LinkState state = states.of(number);
                    return state.open() && state.generation() == generation;
                })
                .map(generation -> new Link(number, generation));
    }
}
