package io.redress.ledger.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Tickets with random courses, in the ledger's tables and as records. */
final class RandomTickets {

    static final Set<String> SPOKEN = Set.of("reached-solved", "reached-not-solved", "refuses", "call-later");

    private static final List<String> CALLS = List.of(
            "",
            "no-answer",
            "unreported",
            "wrong-number",
            "reached-solved",
            "reached-not-solved",
            "refuses",
            "call-later");
    /** As written, and as counted. */
    private static final String[][] PRODUCTS = {
        {"Fridge X", "fridge x"}, {"  ＦＲＩＤＧＥ\tx ", "fridge x"}, {"地砖 A", "地砖 a"}, {" ", ""}, {null, ""}
    };

    private static final String[][] STORES = {
        {"Harbour St.", "harbour st."}, {" HARBOUR  St．", "harbour st."}, {"南京东路店", "南京东路店"}, {"", ""}, {null, ""}
    };

    private final FigureHub hub;
    private final Random random;

    private RandomTickets(FigureHub hub, Random random) {
        this.hub = hub;
        this.random = random;
    }

    /** @param met null, or not before the start */
    record Clock(String name, int round, Instant due, Instant met, Instant ended) {

        boolean late(Instant now) {
            boolean over = due != null && !due.isAfter(now);
            return met != null ? due != null && met.isAfter(due) : over && (ended == null || ended.isAfter(due));
        }
    }

    record RandomTicket(
            String number,
            Instant received,
            String category,
            String channel,
            String product,
            String counted,
            String store,
            String storeCounted,
            String carrier,
            String team,
            String priority,
            int round,
            Instant answered,
            Instant solved,
            List<Clock> clocks,
            List<Instant> solvings,
            List<Instant> asked,
            List<Instant> wrote,
            Instant surveyed,
            int csat,
            int nps,
            Instant calledBack,
            List<String> calls) {

        Instant firstSolved() {
            return solvings.stream().min(Comparator.naturalOrder()).orElse(null);
        }

        /** Whoever solved it last. */
        String solver() {
            return solvings.stream()
                    .max(Comparator.naturalOrder())
                    .map(RandomTickets::person)
                    .orElse("");
        }
    }

    static List<RandomTicket> written(FigureHub hub, Random random, int count) {
        var tickets = new RandomTickets(hub, random);
        return IntStream.range(0, count).mapToObj(tickets::written).toList();
    }

    private RandomTicket written(int i) {
        Instant received = FigureHub.MONDAY.minus(Duration.ofMinutes(random.nextInt(28 * 24 * 60)));
        String[] product = PRODUCTS[random.nextInt(PRODUCTS.length)];
        String[] store = STORES[random.nextInt(STORES.length)];
        int round = 1 + random.nextInt(2);
        List<Clock> clocks = new ArrayList<>();
        for (int r = 1; r <= round; r++) {
            clocks.add(clock("first-response", r, received));
            clocks.add(clock("resolution", r, received));
        }
        var ticket = new RandomTicket(
                "R-" + i,
                received,
                "category " + random.nextInt(3),
                random.nextBoolean() ? "web" : "mail",
                product[0],
                product[1],
                store[0],
                store[1],
                List.of("", "SF", "sf", "Yunda").get(random.nextInt(4)),
                "team " + random.nextInt(3),
                random.nextBoolean() ? "urgent" : "normal",
                round,
                maybe(received),
                maybe(received),
                clocks,
                some(received),
                some(received),
                some(received),
                maybe(received),
                1 + random.nextInt(5),
                random.nextInt(11),
                maybe(received),
                IntStream.range(0, 1 + random.nextInt(3))
                        .mapToObj(call -> CALLS.get(random.nextInt(CALLS.size())))
                        .toList());
        write(ticket);
        return ticket;
    }

    private Clock clock(String name, int round, Instant received) {
        Instant due = random.nextInt(5) == 0 ? null : after(received, 8 * 24 * 60);
        Instant met = due == null ? null : maybe(received);
        return new Clock(name, round, due, met, met != null ? met : random.nextBoolean() ? maybe(received) : null);
    }

    private Instant maybe(Instant received) {
        Instant at = after(received, 5 * 24 * 60);
        return random.nextBoolean() || at.isAfter(FigureHub.MONDAY) ? null : at;
    }

    private List<Instant> some(Instant received) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(n -> after(received, 5 * 24 * 60))
                .filter(at -> !at.isAfter(FigureHub.MONDAY))
                .toList();
    }

    private Instant after(Instant received, int minutes) {
        return received.plus(Duration.ofMinutes(random.nextInt(minutes)));
    }

    private void write(RandomTicket ticket) {
        hub.ticket(
                hub.jdbc,
                ticket.number(),
                ticket.received(),
                ticket.category(),
                ticket.channel(),
                ticket.product(),
                ticket.store());
        hub.jdbc
                .sql("update ticket set round = ?, first_response_at = ?, solved_at = ? where number = ?")
                .param(ticket.round())
                .param(FigureHub.utc(ticket.answered()))
                .param(FigureHub.utc(ticket.solved()))
                .param(ticket.number())
                .update();
        hub.jdbc
                .sql("""
                        update ticket set owner = ?, priority = ?, document = case ? when '' then document else
                          jsonb_set(document, '{lookups}', jsonb_build_array(jsonb_build_object('name', 'erp'),
                            jsonb_build_object('name', 'oms', 'facts', jsonb_build_object('carrier', ?::text)))) end
                        where number = ?
                        """)
                .params(ticket.team(), ticket.priority(), ticket.carrier(), ticket.carrier(), ticket.number())
                .update();
        ticket.clocks().forEach(clock -> write(ticket, clock));
        ticket.solvings().forEach(at -> update(ticket, "solved", at));
        ticket.asked().forEach(at -> update(ticket, "awaiting-customer", at));
        ticket.wrote().forEach(at -> hub.jdbc
                .sql("insert into event (ticket_number, at, who, what) values (?, ?, 'hub', 'follow-up')")
                .params(ticket.number(), FigureHub.utc(at))
                .update());
        if (ticket.surveyed() != null) {
            hub.jdbc
                    .sql("""
                            insert into survey (id, ticket_number, round, state, way, decided_at, expires_at, answered_at, csat,
                                                nps)
                            values (?, ?, 1, 'answered', 'message', ?, ?, ?, ?, ?)
                            """)
                    .params(UUID.randomUUID(), ticket.number())
                    .params(FigureHub.utc(ticket.received()), FigureHub.utc(ticket.received()))
                    .params(FigureHub.utc(ticket.surveyed()), ticket.csat(), ticket.nps())
                    .update();
        }
        if (ticket.calledBack() != null) {
            callback(ticket);
        }
    }

    private void write(RandomTicket ticket, Clock clock) {
        hub.jdbc
                .sql("""
                        insert into ticket_clock (ticket_number, clock, round, policy, priority, started_at, due_at, met_at,
                                                  ended_at)
                        values (?, ?, ?, 'general', 'normal', ?, ?, ?, ?)
                        """)
                .params(ticket.number(), clock.name(), clock.round(), FigureHub.utc(ticket.received()))
                .param(FigureHub.utc(clock.due()))
                .param(FigureHub.utc(clock.met()))
                .param(FigureHub.utc(clock.ended()))
                .update();
    }

    private void update(RandomTicket ticket, String kind, Instant at) {
        for (String outcome : List.of("applied", "refused")) {
            Instant when = outcome.equals("applied") ? at : ticket.received();
            hub.jdbc
                    .sql("""
                            insert into ticket_update (ticket_number, id, kind, happened_at, arrived_at, outcome, body)
                            values (?, ?, ?, ?, ?, ?, jsonb_build_object('user', ?::text, 'by', 'somebody'))
                            """)
                    .params(ticket.number(), UUID.randomUUID().toString(), kind)
                    .params(
                            FigureHub.utc(when),
                            FigureHub.utc(when),
                            outcome,
                            outcome.equals("applied") ? person(at) : "x")
                    .update();
        }
    }

    /** Who did what happened at a time. */
    static String person(Instant at) {
        return "person " + at.getEpochSecond() % 3;
    }

    private void callback(RandomTicket ticket) {
        UUID id = UUID.randomUUID();
        var at = FigureHub.utc(ticket.calledBack());
        hub.jdbc.sql("""
                        insert into callback (id, ticket_number, state, reason, wished, attempt, slot_from, slot_until,
                                              attempt_since, created_at, updated_at)
                        values (?, ?, 'done', 'solved', false, 1, ?, ?, ?, ?, ?)
                        """).params(id, ticket.number(), at, at, at, at, at).update();
        for (int attempt = 0; attempt < ticket.calls().size(); attempt++) {
            String outcome = ticket.calls().get(attempt);
            hub.jdbc.sql("""
                            insert into callback_attempt (callback_id, attempt, slot_from, slot_until, outcome)
                            values (?, ?, ?, ?, nullif(?, ''))
                            """).params(id, attempt + 1, at, at, outcome).update();
        }
    }
}
