package io.redress.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps a channel from its work until somebody puts it right. Each trouble is told once, and stands until it is over. */
public final class ChannelTroubles {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelTroubles.class);

    private final Map<String, Map<String, String>> byChannel = new ConcurrentHashMap<>();

    /**
     * A channel has a trouble; told again while it stands, it is only kept.
     *
     * @param subject what it is about, such as a file's name
     * @param problem what is wrong and what to do about it, without personal data
     */
    public void tell(String channel, String subject, String problem) {
        byChannel.compute(channel, (name, before) -> {
            Map<String, String> troubles = before == null ? new LinkedHashMap<>() : new LinkedHashMap<>(before);
            if (!problem.equals(troubles.put(subject, problem))) {
                LOG.warn("Channel {}: {}", channel, problem);
            }
            return troubles;
        });
    }

    /** A trouble is over, if there was one. */
    public void over(String channel, String subject) {
        byChannel.computeIfPresent(channel, (name, before) -> {
            if (!before.containsKey(subject)) {
                return before;
            }
            Map<String, String> troubles = new LinkedHashMap<>(before);
            troubles.remove(subject);
            LOG.info("Channel {}: {} is no trouble any more", channel, subject);
            return troubles.isEmpty() ? null : troubles;
        });
    }

    /** What a channel's troubles are about. */
    public Map<String, String> of(String channel) {
        return byChannel.getOrDefault(channel, Map.of());
    }

    /** A channel's troubles in a sentence; empty when it has none. */
    public Optional<String> inShort(String channel) {
        Map<String, String> troubles = of(channel);
        String more = troubles.size() > 1 ? " (and " + (troubles.size() - 1) + " more)" : "";
        return troubles.values().stream().findFirst().map(first -> first + more);
    }
}
