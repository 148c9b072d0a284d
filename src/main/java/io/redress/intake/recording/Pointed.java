package io.redress.intake.recording;

import io.redress.standing.OwnMessageIds;
import io.redress.standing.Pointer;
import io.redress.standing.References;
import io.redress.standing.Sender;
import io.redress.standing.Standing;
import io.redress.standing.StandingRules;
import io.redress.standing.TicketContacts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the tickets at which an arrival points, and what its sender is to each. */
public final class Pointed {

    private final TicketDirectory directory;
    private final OwnMessageIds ownIds;

    public Pointed(TicketDirectory directory, OwnMessageIds ownIds) {
        this.directory = directory;
        this.ownIds = ownIds;
    }

    /** A ticket that there is. */
    record At(String number, Standing standing) {}

    /** In the order of what names them, the most telling first; each once. */
    List<At> by(Sender sender, References references) {
        Map<String, Set<Pointer>> pointers = pointers(references);
        Map<String, TicketContacts> contacts = directory.contacts(pointers.keySet());
        List<At> found = new ArrayList<>();
        pointers.forEach((number, how) -> {
            TicketContacts ticket = contacts.get(number);
            if (ticket != null) {
                found.add(new At(number, StandingRules.of(sender, ticket, how)));
            }
        });
        return found;
    }

    /** The tickets about which mails of ours are named here; of no other name is it certain. */
    List<String> answered(References references) {
        return references.inOrder().stream()
                .flatMap(name -> ownIds.ticketOf(name).stream())
                .distinct()
                .filter(number -> directory.contacts(Set.of(number)).containsKey(number))
                .toList();
    }

    private Map<String, Set<Pointer>> pointers(References references) {
        Map<String, String> aliases = directory.aliases(references.names());
        Map<String, Set<Pointer>> pointers = new LinkedHashMap<>();
        for (String reference : references.inOrder()) {
            String own = ownIds.ticketOf(reference).orElse(null);
            String number = own != null ? own : aliases.getOrDefault(reference, reference);
            Pointer how = own != null
                    ? Pointer.OUR_MAIL
                    : aliases.containsKey(reference) ? Pointer.THEIR_MAIL : Pointer.NUMBER;
            pointers.computeIfAbsent(number, any -> EnumSet.noneOf(Pointer.class))
                    .add(how);
        }
        return pointers;
    }
}
