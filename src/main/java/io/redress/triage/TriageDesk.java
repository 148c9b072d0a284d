package io.redress.triage;

import io.redress.attachment.AttachmentDesk;
import io.redress.attachment.Quarantine;
import io.redress.intake.Arrival;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.RawMessage;
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
    private final AttachmentDesk files;
    private final Clock clock;

    public TriageDesk(CategoryRules rules, Deadlines deadlines, AttachmentDesk files, Clock clock) {
        this.rules = rules;
        this.deadlines = deadlines;
        this.files = files;
        this.clock = clock;
    }

    /** An arrival that is not a complaint passes as it is. */
    public Assessed assess(Arrival arrival) {
        return arrival.reading() instanceof CanonicalComplaint complaint
                ? new Assessed(arrival, ticket(arrival, complaint))
                : new Assessed(arrival, null);
    }

    private Ticket ticket(Arrival arrival, CanonicalComplaint complaint) {
        RawMessage raw = arrival.raw();
        Triage triage = rules.assess(complaint.complaint(), complaint.customer(), complaint.product());
        Instant received = raw.receivedAt();
        AttachmentDesk.Taken taken = files.take(complaint.evidence());
        return new Ticket(
                raw.number(),
                received,
                new Channel(raw.channel(), complaint.kind(), raw.id(), complaint.recipients()),
                complaint.customer(),
                complaint.product(),
                complaint.complaint().receivedAt(received).withAttachments(taken.attachments()),
                triage,
                deadlines.due(rules.policy(triage.category()), triage.priority(), received),
                rules.owner(triage.category()),
                Links.none(),
                arrival.lookups(),
                history(raw, triage, taken));
    }

    private List<Event> history(RawMessage raw, Triage triage, AttachmentDesk.Taken taken) {
        List<Event> history = new ArrayList<>();
        history.add(new Event(raw.receivedAt(), "hub", "received", "through channel " + raw.channel()));
        String consent = raw.attribute(RawMessage.CONSENT);
        if (consent != null) {
            history.add(new Event(raw.receivedAt(), "customer", "consented", "to " + consent));
        }
        String unchecked = raw.attribute(RawMessage.UNCHECKED);
        if (unchecked != null) {
            history.add(new Event(raw.receivedAt(), "hub", "unchecked", unchecked));
        }
        history.add(new Event(clock.instant(), "hub", "triaged", String.join("; ", triage.reasons())));
        if (taken.leftOut() > 0) {
            history.add(new Event(
                    clock.instant(),
                    "hub",
                    "attachments left out",
                    taken.leftOut() + " files are only in the original"));
        }
        String held = Quarantine.words(taken.attachments());
        if (!held.isEmpty()) {
            history.add(new Event(clock.instant(), "hub", "attachments quarantined", held));
        }
        return history;
    }
}
