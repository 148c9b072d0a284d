package io.redress.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.simulation.SimulationSettings.Surveys;
import io.redress.survey.SurveyAnswer;
import java.time.Instant;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers who answer surveys. */
public final class SimulatedRespondents implements SimulatedActor {

    private final Surveys surveys;
    private final SimulatedCustomers simulatedCustomers;
    private final long seed;
    private final PriorityQueue<Reply> replies = new PriorityQueue<>();
    private final Set<UUID> asked = new HashSet<>();

    private record Reply(Instant at, String name, UUID survey, SurveyAnswer answer) implements Comparable<Reply> {

        @Override
        public int compareTo(Reply other) {
            int first = at.compareTo(other.at);
            return first != 0 ? first : name.compareTo(other.name);
        }
    }

    public SimulatedRespondents(SimulationSettings settings, SimulatedCustomers simulatedCustomers, long seed) {
        this.surveys = settings.surveys();
        this.simulatedCustomers = simulatedCustomers;
        this.seed = seed;
    }

    /** A survey about a round of a ticket went out; what comes of it is decided the first time that it is told of. */
    public void asked(UUID survey, String ticket, int round, Instant now) {
        if (!asked.add(survey)) {
            return;
        }
        String name = simulatedCustomers.id(ticket) + "/" + round;
        SeededRandom random = SeededRandom.about(seed, "survey", name);
        if (random.falls(surveys.answers())) {
            boolean solved = simulatedCustomers.isSolved(ticket, round);
            int csat = random.weighted(solved ? surveys.csat() : surveys.csatNotSolved());
            // Both scales ask for about the same: from 1 to 5 comes 0 to 10, give or take one.
            int nps = Math.max(0, Math.min(10, Math.round((csat - 1) * 2.5f) + random.below(3) - 1));
            var answer = new SurveyAnswer(csat, nps, solved, null);
            replies.add(new Reply(now.plus(random.wait(surveys.after())), name, survey, answer));
        }
    }

    @Override
    public void heard(Instant now, String queue, JsonNode message) {
        // what a survey tool reads of surveys.due is known of already
    }

    @Override
    public @Nullable Instant next() {
        Reply reply = replies.peek();
        return reply == null ? null : reply.at();
    }

    @Override
    public void act(Instant now, HubActions actions) {
        for (Reply reply = replies.peek(); reply != null && !reply.at().isAfter(now); reply = replies.peek()) {
            replies.remove();
            actions.answer(reply.survey(), reply.answer());
        }
    }
}
