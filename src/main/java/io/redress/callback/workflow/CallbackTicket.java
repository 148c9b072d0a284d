package io.redress.callback.workflow;

import io.redress.callback.CallableNumbers;
import io.redress.lifecycle.TicketStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a call to a ticket's customer needs to know. */
public record CallbackTicket(
        String number,
        TicketStatus status,
        String owner,
        @Nullable String remedy,
        @Nullable String name,
        List<String> phones,
        CallableNumbers callable,
        String language,
        @Nullable String subject) {

    private static final int SHORTEST = 3;

    /**
     * The number to call: of those that are called the first one in E.164, else the first that a person can dial; null when
     * there is none.
     */
    @Nullable
    String phone() {
        List<String> called = phones.stream().filter(callable::include).toList();
        Optional<String> international =
                called.stream().filter(phone -> phone.startsWith("+")).findFirst();
        return international
                .or(() -> called.stream().filter(CallbackTicket::canBeDialled).findFirst())
                .orElse(null);
    }

    /** Why there is no number to call. */
    String whyNoPhone() {
        return phones.stream().anyMatch(CallbackTicket::canBeDialled)
                ? "the ticket has no phone number that is called (docs/callbacks.md, numbers)"
                : "the ticket has no phone number";
    }

    /** A masked number has stars in it. */
    private static boolean canBeDialled(String phone) {
        return phone.indexOf('*') < 0
                && phone.chars().filter(Character::isDigit).count() >= SHORTEST;
    }
}
