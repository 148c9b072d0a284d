package io.redress.servicelevel.clock;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.due.DueWorkPlanner;
import io.redress.lifecycle.QueueNotifications;
import io.redress.lifecycle.TicketLifecycle.Outcome;
import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.TicketStatusRepository;
import io.redress.lifecycle.TicketUpdate;
import io.redress.reply.MessageContent;
import io.redress.reply.Messages;
import io.redress.servicelevel.ClockPause;
import io.redress.servicelevel.ServiceLevels;
import io.redress.servicelevel.SlaClock;
import io.redress.testing.SetClock;
import io.redress.ticket.Priority;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The clocks of one ticket under the service levels that are shipped, with all ports kept in memory. */
abstract class ClockMemory {

    static final String TICKET = "R-260701-7K9Q2M";
    /** Its policy: a first answer within 24 hours, solved within 48. */
    static final String POLICY = "general";

    static final Instant OPENED = Instant.parse("2026-07-01T08:00:00Z");

    final SetClock clock = new SetClock(OPENED);
    final ServiceLevels levels = ServiceLevels.read(Path.of("config"));
    final Kept kept = new Kept();
    /** By kind and key, when it is due. */
    final Map<String, Instant> agenda = new HashMap<>();

    final List<String> history = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final Statuses statuses = new Statuses();

    final SlaThresholds limits = new SlaThresholds(() -> levels);
    final TicketClocks clocks = new TicketClocks(
            kept,
            limits,
            new Planned(),
            (number, event, words) -> history.add(event.what() + ": " + event.why()),
            clock);

    /** Both clocks of a new ticket of normal priority run. */
    void opened() {
        for (SlaClock.Clock kind : SlaClock.Clock.values()) {
            var running = TicketClock.started(TICKET, kind, 1, POLICY, Priority.NORMAL, OPENED);
            kept.put(running.dueAt(limits.slaClock(running, List.of()).due()));
        }
    }

    TicketClock resolution() {
        return kept.locked(TICKET, SlaClock.Clock.RESOLUTION, 1).orElseThrow();
    }

    final class Kept implements SlaClockRepository {

        private final List<TicketClock> all = new ArrayList<>();
        final List<ClockPause> pauses = new ArrayList<>();

        void put(TicketClock clock) {
            all.removeIf(one -> isSame(one, clock));
            all.add(clock);
        }

        private static boolean isSame(TicketClock one, TicketClock other) {
            return one.clock() == other.clock() && one.round() == other.round();
        }

        @Override
        public void start(List<StartedClock> started) {
            started.forEach(one -> {
                put(one.clock());
                if (one.first() != null) {
                    agenda.put(one.key(), one.first());
                }
            });
        }

        @Override
        public Optional<TicketClock> locked(String ticket, SlaClock.Clock clock, int round) {
            return all.stream()
                    .filter(one -> one.clock() == clock && one.round() == round)
                    .findFirst();
        }

        @Override
        public List<TicketClock> of(String ticket) {
            return all.stream()
                    .sorted(Comparator.comparing(TicketClock::round).reversed())
                    .toList();
        }

        @Override
        public List<TicketClock> running(String ticket) {
            return all.stream().filter(one -> one.ended() == null).toList();
        }

        @Override
        public List<String> tickets(String after, int limit) {
            return after.isEmpty() ? List.of(TICKET) : List.of();
        }

        @Override
        public void due(TicketClock clock, String policy, Priority priority, @Nullable Instant due) {
            put(clock.under(policy, priority).dueAt(due));
        }

        @Override
        public void shown(String ticket, SlaClock.Clock clock, @Nullable Instant due) {
            history.add("shown: " + clock.key() + " " + due);
        }

        @Override
        public void reached(TicketClock clock, int mark) {
            put(with(clock, clock.met(), clock.ended(), mark));
        }

        @Override
        public void end(String ticket, SlaClock.Clock clock, Instant at, boolean met) {
            running(ticket).stream()
                    .filter(one -> one.clock() == clock)
                    .toList()
                    .forEach(one -> put(with(one, met ? at : null, at, one.reached())));
        }

        @Override
        public void pause(String ticket, Instant at, String reason) {
            pauses.add(new ClockPause(at, null, reason));
        }

        @Override
        public void resume(String ticket, Instant at) {
            pauses.replaceAll(
                    pause -> pause.until() == null ? new ClockPause(pause.from(), at, pause.reason()) : pause);
        }

        @Override
        public List<ClockPause> pauses(String ticket) {
            return List.copyOf(pauses);
        }

        private TicketClock with(TicketClock clock, @Nullable Instant met, @Nullable Instant ended, int reached) {
            return new TicketClock(
                    TICKET,
                    clock.clock(),
                    clock.round(),
                    clock.policy(),
                    clock.priority(),
                    clock.started(),
                    clock.due(),
                    met,
                    ended,
                    reached);
        }
    }

    final class Planned implements DueWorkPlanner {
        @Override
        public void plan(String kind, String ticketNumber, String key, Instant at, String argument) {
            agenda.putIfAbsent(key, at);
        }

        @Override
        public boolean move(String kind, String ticketNumber, String key, Instant at) {
            return agenda.replace(key, at) != null;
        }

        @Override
        public void cancel(String kind, String ticketNumber, String reason) {
            throw new AssertionError("a clock that stopped is found stopped at its next mark");
        }
    }

    final class Notifications implements QueueNotifications {
        @Override
        public void tell(String number, String key, String queue, Map<String, Object> news) {
            told.add(queue + " " + key + ": " + news.get("role"));
        }

        @Override
        public void handOver(String number, String key, String queue) {
            throw new AssertionError("clocks hand no ticket over");
        }

        @Override
        public ObjectNode body(String id, String number, Map<String, Object> news) {
            ObjectNode body = new ObjectMapper().createObjectNode().put("id", id);
            news.forEach((name, value) -> body.put(name, value.toString()));
            return body;
        }
    }

    final class Mails implements Messages {
        @Override
        public void toCustomer(String ticketNumber, String key, MessageContent content, Instant at) {
            throw new AssertionError("clocks write to staff only");
        }

        @Override
        public void toRole(String ticketNumber, String key, String role, MessageContent content, Instant at) {
            told.add(role + ": " + content.texts().get("type"));
        }
    }

    static final class Statuses implements TicketStatusRepository {

        int level;

        @Override
        public Optional<CurrentStatus> locked(String number) {
            return of(number);
        }

        @Override
        public Optional<CurrentStatus> of(String number) {
            return Optional.of(new CurrentStatus(
                    number, TicketStatus.RECEIVED, OPENED, OPENED, level, 1, "other", Priority.NORMAL, "desk"));
        }

        @Override
        public void escalate(String number, int to) {
            level = Math.max(level, to);
        }

        @Override
        public boolean take(TicketUpdate update, Instant at, Instant now) {
            throw new AssertionError("clocks change no status");
        }

        @Override
        public void notApplied(TicketUpdate update, Outcome outcome, String reason) {
            throw new AssertionError("clocks change no status");
        }

        @Override
        public void owner(String number, String owner) {
            throw new AssertionError("clocks change no owner");
        }

        @Override
        public void classify(String number, String category, Priority priority) {
            throw new AssertionError("clocks classify nothing");
        }

        @Override
        public void change(TicketUpdate update, TicketStatus to, Instant at, int round) {
            throw new AssertionError("clocks change no status");
        }
    }
}
