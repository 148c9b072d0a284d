package io.redress.channel;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The troubles that the channels of this node have now. A channel tells one when it finds it and takes it back when it is
 * over; the log hears of both, once. Who has to know looks here, for every kind of channel.
 */
public final class ChannelProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelProblems.class);

    /** By channel, then by aspect. */
    private final Map<String, Map<String, Known>> now = new TreeMap<>();

    private final Clock clock;

    public ChannelProblems(Clock clock) {
        this.clock = clock;
    }

    /** A trouble and since when it has been there, whatever its words were meanwhile. */
    public record Known(ChannelProblem problem, Instant since) {}

    /** The channel has this trouble; told again, it replaces what was known of the same aspect. */
    public synchronized void tell(String channel, ChannelProblem told) {
        ChannelProblem problem = told.shown();
        Map<String, Known> known = now.computeIfAbsent(channel, name -> new TreeMap<>());
        Known before = known.get(problem.aspect());
        known.put(problem.aspect(), new Known(problem, before == null ? clock.instant() : before.since()));
        if (before == null || !before.problem().problem().equals(problem.problem())) {
            String words = problem.words() == null ? "" : " (" + problem.words() + ")";
            LOG.warn("Channel {}: {}{}. {}", channel, problem.problem(), words, problem.remedy());
        }
    }

    /** The channel has no trouble of this aspect. */
    public synchronized void over(String channel, String aspect) {
        Map<String, Known> known = now.get(channel);
        Known before = known == null ? null : known.remove(aspect);
        if (before != null) {
            LOG.info("Channel {}: over is \"{}\"", channel, before.problem().problem());
        }
    }

    /** What a channel has now, the oldest first; empty when it is well. */
    public synchronized List<Known> of(String channel) {
        return now.getOrDefault(channel, Map.of()).values().stream()
                .sorted(Comparator.comparing(Known::since))
                .toList();
    }

    /** Forgets the troubles of a channel that begins anew and can have only these. */
    public synchronized void keepOnly(String channel, Collection<String> aspects) {
        Map<String, Known> known = now.get(channel);
        if (known != null) {
            known.keySet().retainAll(aspects);
        }
    }

    /** Forgets all channels but these. */
    public synchronized void keepOnly(Collection<String> channels) {
        now.keySet().retainAll(channels);
    }
}
