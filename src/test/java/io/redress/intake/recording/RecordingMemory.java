package io.redress.intake.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.due.Transactions;
import io.redress.intake.Arrival;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ChatMessage;
import io.redress.intake.ItemState;
import io.redress.intake.MediaReference;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Original;
import io.redress.intake.RawMessage;
import io.redress.intake.SenderVerification;
import io.redress.intake.SourceHints;
import io.redress.lifecycle.QueueNotifications;
import io.redress.lifecycle.TicketLifecycle;
import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.TicketUpdate;
import io.redress.reply.MessageContent;
import io.redress.reply.Messages;
import io.redress.servicelevel.ServiceLevels;
import io.redress.servicelevel.clock.PriorityAlert;
import io.redress.standing.OwnMessageIds;
import io.redress.standing.TicketContacts;
import io.redress.testing.SetClock;
import io.redress.ticket.Channel;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Links;
import io.redress.ticket.Priority;
import io.redress.ticket.Product;
import io.redress.ticket.ServiceLevel;
import io.redress.ticket.Ticket;
import io.redress.ticket.Triage;
import io.redress.triage.AssessedArrival;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Items and tickets in memory. */
abstract class RecordingMemory {

    static final Instant NOW = Instant.parse("2026-07-01T08:00:00Z");
    /** The ticket that is there, of Li Na. */
    static final String KNOWN = "R-260630-7K9Q2M";
    /** The number that a new arrival was given. */
    static final String NEW = "R-260701-ABCDEF";

    static final String MAIL = "li@example.com";

    final Kept items = new Kept();
    final Known tickets = new Known();
    final Waiting waiting = new Waiting();
    final Followers followers = new Followers();
    final List<String> heard = new ArrayList<>();
    /** What was done to tickets, in order. */
    final List<String> done = new ArrayList<>();

    final List<TicketUpdate> updates = new ArrayList<>();
    final OwnMessageIds ids = new OwnMessageIds(new byte[32]);
    int transactions;

    private final SetClock clock = new SetClock(NOW);
    private final Directory directory = new Directory();
    private final Told told = new Told();
    private final FollowUpService followUpService = new FollowUpService(
            tickets,
            new TicketReferenceResolver(directory, ids),
            directory,
            (number, item, text) -> done.add("delivered to targets of " + number),
            this::applied,
            told,
            (number, item) -> done.add("status link of " + number),
            clock);

    private static final ServiceLevels LEVELS = ServiceLevels.read(Path.of("config"));

    private final Transactions counted = new Counted();
    private final TicketCreation openings = new Openings();
    private final PriorityAlert alert = new PriorityAlert(() -> LEVELS, told, told, clock);

    final FaultMemory episodes = new FaultMemory();
    private final FaultRecorder faults =
            new FaultRecorder(episodes, tickets, items, (number, id, text) -> {}, episodes, clock);

    final ItemRecorder recorder = new ItemRecorder(
            counted, items, openings, tickets, new Chats(), alert, followUpService, waiting, followers, faults);
    final BatchRecorder batches = new BatchRecorder(recorder, counted, items, openings, tickets, alert);

    static RawMessage raw(String id, String channel, String format) {
        return numbered(id, NEW, channel, format);
    }

    static RawMessage numbered(String id, String number, String channel, String format) {
        return new RawMessage(id, number, channel, format, NOW, null, Map.of(), Original.inline(new byte[0]));
    }

    static RawMessage form(String id) {
        return raw(id, "form", "web-form");
    }

    static Customer customer(String mail) {
        return new Customer("Li Na", List.of(), List.of(mail), List.of(), null);
    }

    static CanonicalComplaint complaint(
            String kind, String key, SenderVerification proof, String text, String... references) {
        return new CanonicalComplaint(
                kind,
                key,
                customer(MAIL),
                Product.unknown(),
                new Complaint(null, text, "en", null, null, List.of()),
                List.of(),
                List.of(references),
                kind.equals("email") ? List.of("<" + key + ">") : List.of(),
                true,
                proof);
    }

    static CanonicalComplaint history(CanonicalComplaint complaint) {
        return complaint.withHints(new SourceHints(null, null, SourceHints.CLOSED, NOW.minus(Duration.ofDays(9))));
    }

    static ChatMessage chat(String key, String... references) {
        return new ChatMessage(
                key,
                "talk",
                new Customer(null, List.of(), List.of(), List.of("wecom:li"), null),
                Product.unknown(),
                null,
                "the door",
                null,
                NOW,
                List.of(),
                List.of(references),
                Duration.ofMinutes(5),
                SenderVerification.PROVED);
    }

    static AssessedArrival assessed(RawMessage raw, NormalizationResult result) {
        return new AssessedArrival(
                new Arrival(raw, result),
                result instanceof CanonicalComplaint complaint ? ticket(raw, complaint) : null);
    }

    RecordedItem record(RawMessage raw, NormalizationResult result) {
        return recorder.record(assessed(raw, result));
    }

    private static Ticket ticket(RawMessage raw, CanonicalComplaint complaint) {
        return new Ticket(
                raw.number(),
                NOW,
                new Channel(raw.channel(), complaint.kind(), raw.id()),
                complaint.customer(),
                Product.unknown(),
                complaint.complaint(),
                new Triage("quality", 0.9, null, 0, false, Priority.NORMAL, null, List.of()),
                new ServiceLevel("general", NOW, NOW),
                "desk",
                Links.none(),
                List.of(),
                List.of());
    }

    private TicketLifecycle.Result applied(TicketUpdate update) {
        updates.add(update);
        return new TicketLifecycle.Result(
                TicketLifecycle.Outcome.APPLIED, update.kind().to(), null);
    }

    private final class Counted implements Transactions {
        @Override
        public <T> T execute(Supplier<T> work) {
            transactions++;
            return work.get();
        }
    }

    static final class Kept implements Items {

        private final Map<String, RecordedItem> ends = new HashMap<>();
        private final Map<String, String> keys = new LinkedHashMap<>();

        @Override
        public Optional<RecordedItem> ended(String itemId) {
            return Optional.ofNullable(ends.get(itemId));
        }

        @Override
        public Set<String> known(Collection<String> itemIds) {
            return itemIds.stream().filter(ends::containsKey).collect(Collectors.toSet());
        }

        @Override
        public Set<String> claimAll(List<TicketOpening> openings) {
            return openings.stream()
                    .filter(opening -> keys.putIfAbsent(
                                    opening.complaint().sourceKey(),
                                    opening.raw().id())
                            == null)
                    .map(opening -> opening.raw().id())
                    .collect(Collectors.toSet());
        }

        @Override
        public Optional<First> claim(RawMessage raw, String key) {
            String first = keys.putIfAbsent(key, raw.id());
            return first == null || first.equals(raw.id()) ? Optional.empty() : Optional.of(first(ends.get(first)));
        }

        @Override
        public Optional<First> ended(RawMessage raw, String key, ItemState state) {
            return ends.values().stream()
                    .filter(one -> one.state() == state && !one.itemId().equals(raw.id()))
                    .findFirst()
                    .map(Kept::first);
        }

        @Override
        public RecordedItem end(
                RawMessage raw, @Nullable String key, ItemState state, String reason, @Nullable String number) {
            var end = RecordedItem.withoutTicket(raw.id(), raw.channel(), state, reason, number);
            ends.put(raw.id(), end);
            return end;
        }

        private static First first(RecordedItem end) {
            return new First(end.itemId(), end.channel(), end.ticketNumber());
        }
    }

    private final class Openings implements TicketCreation {
        @Override
        public void open(List<TicketOpening> openings) {
            openings.forEach(opening -> {
                Ticket ticket = opening.ticket();
                done.add("opened " + ticket.number() + " as " + opening.aliases());
                tickets.opened.put(ticket.number(), ticket);
                String key = opening.complaint().sourceKey();
                items.end(opening.raw(), key, ItemState.TICKETED, opening.reason(), ticket.number());
            });
        }

        @Override
        public void keep(RawMessage raw, CanonicalComplaint complaint, Ticket ticket, Instant closed, String reason) {
            done.add("kept " + ticket.number() + " closed " + closed);
            items.end(raw, complaint.sourceKey(), ItemState.IMPORTED, reason, ticket.number());
        }
    }

    final class Known implements KnownTickets {

        TicketStatus status = TicketStatus.IN_PROGRESS;
        final Map<String, Ticket> opened = new HashMap<>();

        @Override
        public Ticket opened(String number) {
            return opened.get(number);
        }

        @Override
        public String document(Ticket ticket) {
            return "document of " + ticket.number();
        }

        @Override
        public TicketStatus status(String number) {
            return status;
        }

        @Override
        public void alias(List<String> aliases, String number) {
            done.add(number + " is known as " + aliases);
        }

        @Override
        public void oneAtATime(List<String> names) {
            done.add("one at a time: " + names);
        }

        @Override
        public void review(String number) {
            done.add("review of " + number);
        }

        @Override
        public void happened(String number, @Nullable String itemId, String what, @Nullable String why) {
            done.add(number + " " + what + ": " + why);
        }
    }

    private final class Directory implements TicketReferenceIndex {
        @Override
        public Map<String, String> aliases(Set<String> names) {
            return names.contains("<opening@example.com>") ? Map.of("<opening@example.com>", KNOWN) : Map.of();
        }

        @Override
        public Map<String, TicketContacts> contacts(Set<String> numbers) {
            return numbers.contains(KNOWN) ? Map.of(KNOWN, TicketContacts.of("form", customer(MAIL))) : Map.of();
        }

        @Override
        public void mention(String number, String itemId, String by) {
            done.add(number + " mentioned by: " + by);
        }
    }

    final class Waiting implements WaitingItems {

        @Nullable
        String number;

        @Override
        public Optional<String> awaited(RawMessage raw, Collection<String> numbers, Collection<String> answered) {
            return Optional.ofNullable(number).filter(numbers::contains);
        }

        @Override
        public String put(RawMessage raw, String number, List<String> names) {
            done.add("waits");
            return "waits for " + number;
        }

        @Override
        public void ended(String itemId) {
            done.add("waits no longer");
        }
    }

    private final class Chats implements ChatCollector {
        @Override
        public void collect(String itemId, String channel, ChatMessage message) {
            done.add("collected " + message.sourceKey());
        }

        @Override
        public void ticketed(String conversationId, String ticketNumber) {
            done.add("conversation became " + ticketNumber);
        }
    }

    private final class Told implements QueueNotifications, Messages {
        @Override
        public void tell(String number, String key, String queue, Map<String, Object> news) {
            done.add(queue + " told: " + news.get("type"));
        }

        @Override
        public void handOver(String number, String key, String queue) {
            throw new AssertionError("a new ticket is dispatched");
        }

        @Override
        public ObjectNode body(String id, String number, Map<String, Object> news) {
            throw new AssertionError("news are planned");
        }

        @Override
        public void toCustomer(String ticketNumber, String key, MessageContent content, Instant at) {
            throw new AssertionError("acknowledgements are planned with the ticket");
        }

        @Override
        public void toRole(String ticketNumber, String key, String role, MessageContent content, Instant at) {
            throw new AssertionError("nobody hears at once of a normal priority");
        }
    }

    /** What was caused by messages on chat platforms. */
    final class Followers implements ChatMessageListener {

        @Override
        public void heard(RawMessage raw, List<String> handles) {
            heard.addAll(handles);
        }

        @Override
        public void fetch(String ticketNumber, RawMessage raw, List<MediaReference> media) {
            media.forEach(one -> done.add("fetch " + one.ref() + " for " + ticketNumber));
        }
    }
}
