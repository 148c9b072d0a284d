package io.redress.intake.recording;

import io.redress.standing.OwnMessageIds;
import io.redress.standing.ReferenceKind;
import io.redress.standing.Sender;
import io.redress.standing.SenderTrust;
import io.redress.standing.SenderTrustRules;
import io.redress.standing.TicketContacts;
import io.redress.standing.TicketReferences;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the tickets at which an arrival points, and what its sender is to each. */
public final class TicketReferenceResolver {

    private final TicketReferenceIndex directory;
    private final OwnMessageIds ownIds;

    public TicketReferenceResolver(TicketReferenceIndex directory, OwnMessageIds ownIds) {
        this.directory = directory;
        this.ownIds = ownIds;
    }

    /** A ticket that there is. */
    record ReferencedTicket(String number, SenderTrust trust) {}

    /** In the order of what names them, the most telling first; each once. */
    List<ReferencedTicket> by(Sender sender, TicketReferences references) {
        Map<String, Set<ReferenceKind>> kinds = kinds(references);
        Map<String, TicketContacts> contacts = directory.contacts(kinds.keySet());
        List<ReferencedTicket> found = new ArrayList<>();
        kinds.forEach((number, how) -> {
            TicketContacts ticket = contacts.get(number);
            if (ticket != null) {
                found.add(new ReferencedTicket(number, SenderTrustRules.of(sender, ticket, how)));
            }
        });
        return found;
    }

    /** The tickets about which mails of ours are named here, or which the same item of a feed opened; of no other name is it certain. */
    List<String> answered(TicketReferences references) {
        Map<String, String> items = directory.aliases(references.inOrder().stream()
                .filter(TicketReferences::isFeedItem)
                .collect(Collectors.toSet()));
        return references.inOrder().stream()
                .flatMap(name -> Stream.concat(ownIds.ticketOf(name).stream(), Stream.ofNullable(items.get(name))))
                .distinct()
                .filter(number -> directory.contacts(Set.of(number)).containsKey(number))
                .toList();
    }

    private static ReferenceKind known(String alias) {
        return TicketReferences.isFeedItem(alias) ? ReferenceKind.SAME_ITEM : ReferenceKind.THEIR_MAIL;
    }

    private Map<String, Set<ReferenceKind>> kinds(TicketReferences references) {
        Map<String, String> aliases = directory.aliases(references.names());
        Map<String, Set<ReferenceKind>> kinds = new LinkedHashMap<>();
        for (String reference : references.inOrder()) {
            String linked = TicketReferences.linked(reference);
            String own = ownIds.ticketOf(reference).orElse(null);
            if (linked != null) {
                add(kinds, linked, ReferenceKind.STATUS_LINK);
            } else if (own != null) {
                add(kinds, own, ReferenceKind.OUR_MAIL);
            } else if (aliases.containsKey(reference)) {
                add(kinds, aliases.get(reference), known(reference));
            } else {
                add(kinds, reference, ReferenceKind.NUMBER);
            }
        }
        return kinds;
    }

    private static void add(Map<String, Set<ReferenceKind>> kinds, String number, ReferenceKind how) {
        kinds.computeIfAbsent(number, any -> EnumSet.noneOf(ReferenceKind.class))
                .add(how);
    }
}
