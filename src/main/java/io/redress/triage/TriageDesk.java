package io.redress.triage;

import io.redress.handoff.BlobStore;
import io.redress.intake.Arrival;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.Evidence;
import io.redress.intake.RawMessage;
import io.redress.ticket.Attachment;
import io.redress.ticket.Channel;
import io.redress.ticket.Event;
import io.redress.ticket.Links;
import io.redress.ticket.Ticket;
import io.redress.ticket.Triage;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Opens a ticket for a complaint: judges it, sets its service level and owner, and stores its files. */
public final class TriageDesk {

    private final CategoryRules rules;
    private final Deadlines deadlines;
    private final BlobStore blobs;
    private final Clock clock;

    public TriageDesk(CategoryRules rules, Deadlines deadlines, BlobStore blobs, Clock clock) {
        this.rules = rules;
        this.deadlines = deadlines;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** An arrival that is no complaint passes as it is. */
    public Assessed assess(Arrival arrival) {
        return arrival.reading() instanceof CanonicalComplaint complaint
                ? new Assessed(arrival, ticket(arrival, complaint))
                : new Assessed(arrival, null);
    }

    private Ticket ticket(Arrival arrival, CanonicalComplaint complaint) {
        RawMessage raw = arrival.raw();
        Triage triage = rules.assess(complaint.complaint(), complaint.customer(), complaint.product());
        Instant received = raw.receivedAt();
        return new Ticket(
                raw.number(),
                received,
                new Channel(raw.channel(), complaint.kind(), raw.id()),
                complaint.customer(),
                complaint.product(),
                complaint.complaint().withAttachments(stored(complaint.evidence())),
                triage,
                deadlines.due(rules.policy(triage.category()), triage.priority(), received),
                rules.owner(triage.category()),
                Links.none(),
                arrival.lookups(),
                history(raw, triage));
    }

    private List<Event> history(RawMessage raw, Triage triage) {
        List<Event> events = new ArrayList<>();
        events.add(new Event(raw.receivedAt(), "hub", "received", "through channel " + raw.channel()));
        String consent = raw.attribute(RawMessage.CONSENT);
        if (consent != null) {
            events.add(new Event(raw.receivedAt(), "customer", "consented", "to " + consent));
        }
        String unchecked = raw.attribute(RawMessage.UNCHECKED);
        if (unchecked != null) {
            events.add(new Event(raw.receivedAt(), "hub", "unchecked", unchecked));
        }
        events.add(new Event(clock.instant(), "hub", "triaged", String.join("; ", triage.reasons())));
        return List.copyOf(events);
    }

    private List<Attachment> stored(List<Evidence> evidence) {
        List<Attachment> attachments = new ArrayList<>();
        for (Evidence file : evidence) {
            attachments.add(
                    new Attachment(file.name(), file.contentType(), file.bytes().length, blobs.put(file.bytes())));
        }
        return attachments;
    }
}
