package io.redress.standing;

import io.redress.intake.SenderVerification;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides what a sender is to a ticket. The reasons are in {@code docs/standing.md}. */
public final class SenderTrustRules {

    /** Fewer digits are an extension or a mistake, and many people share them. */
    private static final int SHORTEST_PHONE = 7;

    private SenderTrustRules() {}

    /** @param kinds all ways in which the arrival points at this ticket; without any it has nothing to do with it */
    public static SenderTrust of(Sender sender, TicketContacts ticket, Set<ReferenceKind> kinds) {
        if (kinds.isEmpty() || sender.proof() == SenderVerification.FAILED) {
            return SenderTrust.ANYBODY;
        }
        if (kinds.contains(ReferenceKind.STATUS_LINK) && sender.isForm()) {
            return SenderTrust.VERIFIED_PERSON;
        }
        if (sender.isMail()) {
            return ofMail(sender, ticket, kinds);
        }
        return kinds.contains(ReferenceKind.SAME_ITEM) && sender.channel().equals(ticket.channel())
                ? SenderTrust.VERIFIED_PERSON
                : ofOthers(sender, ticket);
    }

    private static SenderTrust ofMail(Sender sender, TicketContacts ticket, Set<ReferenceKind> kinds) {
        boolean proved = sender.proof() == SenderVerification.PROVED;
        boolean known = isKnown(sender, ticket);
        if (kinds.contains(ReferenceKind.OUR_MAIL) && (known || proved)) {
            return SenderTrust.VERIFIED_PERSON;
        }
        if (!known) {
            return SenderTrust.ANYBODY;
        }
        if (!proved) {
            return SenderTrust.NAMED_CONTACT;
        }
        return kinds.contains(ReferenceKind.THEIR_MAIL) ? SenderTrust.VERIFIED_PERSON : SenderTrust.PROVED_CONTACT;
    }

    /** Reply-To counts like From: else one who knows a customer's address could borrow it, or lead our answers elsewhere. */
    private static boolean isKnown(Sender sender, TicketContacts ticket) {
        return !sender.emails().isEmpty() && emails(ticket.emails()).containsAll(emails(sender.emails()));
    }

    private static SenderTrust ofOthers(Sender sender, TicketContacts ticket) {
        boolean handle = sender.isChat()
                && sender.proof() == SenderVerification.PROVED
                && share(Set.copyOf(sender.handles()), Set.copyOf(ticket.handles()));
        if (handle && sender.channel().equals(ticket.channel())) {
            return SenderTrust.VERIFIED_PERSON;
        }
        boolean contact = handle
                || share(phones(sender.phones()), phones(ticket.phones()))
                || share(emails(sender.emails()), emails(ticket.emails()));
        return contact ? SenderTrust.NAMED_CONTACT : SenderTrust.ANYBODY;
    }

    private static boolean share(Collection<String> some, Collection<String> others) {
        return some.stream().anyMatch(others::contains);
    }

    private static Set<String> emails(List<String> addresses) {
        return addresses.stream()
                .map(address -> address.strip().toLowerCase(Locale.ROOT))
                .filter(address -> address.contains("@"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Numbers in E.164, and others as written but for blanks and signs; one with stars in it stands for many. */
    private static Set<String> phones(List<String> numbers) {
        return numbers.stream()
                .filter(number -> number.indexOf('*') < 0)
                .map(number -> number.replaceAll("[\\s()./-]+", ""))
                .filter(number -> number.chars().filter(Character::isDigit).count() >= SHORTEST_PHONE)
                .collect(Collectors.toUnmodifiableSet());
    }
}
