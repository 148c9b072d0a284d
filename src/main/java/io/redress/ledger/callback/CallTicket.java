package io.redress.ledger.callback;

import io.redress.lifecycle.Status;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a call to a ticket's customer needs to know. */
record CallTicket(
        String number,
        Status status,
        String owner,
        @Nullable String remedy,
        @Nullable String name,
        List<String> phones,
        String language,
        @Nullable String subject) {

    private static final int SHORTEST = 3;

    /** The number to call: the first one in E.164, else the first that a person can dial; null when there is none. */
    @Nullable
    String phone() {
        Optional<String> international =
                phones.stream().filter(phone -> phone.startsWith("+")).findFirst();
        return international
                .or(() -> phones.stream().filter(CallTicket::canBeDialled).findFirst())
                .orElse(null);
    }

    /** A masked number has stars in it. */
    private static boolean canBeDialled(String phone) {
        return phone.indexOf('*') < 0
                && phone.chars().filter(Character::isDigit).count() >= SHORTEST;
    }
}
