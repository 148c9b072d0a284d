package io.redress.channel.callcenter.inbox;

import io.redress.channel.ChannelProblem;
import io.redress.channel.ChannelProblems;
import io.redress.privacy.Masking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks into the folders of channels for what is never taken, and tells it. */
public final class InboxMonitor {

    /** A file under another name may be about to get its own. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** An empty file waits for its writer, but not for ever. */
    private static final Duration EMPTY = Duration.ofMinutes(10);

    private static final Set<String> OURS = Set.of("done", "failed");

    private final ChannelProblems problems;
    private final Predicate<Path> readable;
    private final Clock clock;
    private final Map<String, Seen> looks = new ConcurrentHashMap<>();
    /** By place and channel: of what several channels take from one folder, each is to tell only what none takes. */
    private final Map<String, Map<String, Predicate<String>>> takers = new ConcurrentHashMap<>();

    /** By channel: the names of files that a server does not let us read or move, until they are gone. */
    private final Map<String, Set<String>> refused = new ConcurrentHashMap<>();

    /** What was in a folder when it was looked at. */
    private record Seen(Instant at, Map<String, Instant> since) {}

    /** @param readable whether the hub may read a file */
    public InboxMonitor(ChannelProblems problems, Predicate<Path> readable, Clock clock) {
        this.problems = problems;
        this.readable = readable;
        this.clock = clock;
    }

    /** Looks into a channel's folder on this machine; see {@link #look(String, Inbox, Predicate, Predicate)}. */
    public void look(String channel, Path folder, Predicate<String> taken, Predicate<String> passing)
            throws IOException {
        look(channel, new LocalInbox(folder, readable), taken, passing);
    }

    /**
     * Looks into a channel's inbox, if that was not done a moment ago.
     *
     * @param taken the names that the channel takes
     * @param passing the names that mean that a file is not finished, or of what belongs to another file
     */
    public void look(String channel, Inbox inbox, Predicate<String> taken, Predicate<String> passing)
            throws IOException {
        takers.computeIfAbsent(inbox.place(), key -> new ConcurrentHashMap<>()).put(channel, taken);
        Instant now = clock.instant();
        String look = channel + " " + inbox.place();
        Seen before = looks.getOrDefault(look, new Seen(Instant.EPOCH, Map.of()));
        if (now.isBefore(before.at().plus(PATIENCE))) {
            return;
        }
        var since = new HashMap<String, Instant>();
        var wrong = new HashSet<String>();
        for (Inbox.Entry entry : inbox.entries()) {
            String name = entry.name();
            if (name.startsWith(".") || name.endsWith(".camelLock") || OURS.contains(name)) {
                continue;
            }
            since.put(name, before.since().getOrDefault(name, now));
            Duration stays = Duration.between(since.getOrDefault(name, now), now);
            String problem = passing.test(name) ? null : problem(entry, isTaken(inbox.place(), name), stays);
            if (problem != null) {
                wrong.add(name);
                tell(channel, name, problem);
            }
        }
        before.since().keySet().stream()
                .filter(name -> !since.containsKey(name) || (!wrong.contains(name) && inbox.mayTake(name)))
                .forEach(name -> over(channel, name));
        looks.put(look, new Seen(now, since));
    }

    /** Whether a file may be read and moved on; tells it when not. */
    public boolean mayTake(String channel, Path file) {
        String name = String.valueOf(file.getFileName());
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isSymbolicLink(file)) {
            tell(channel, name, link(name));
            return false;
        }
        if (!readable.test(file)) {
            tell(
                    channel,
                    name,
                    "'" + name + "' may not be read → give user " + System.getProperty("user.name")
                            + " the right to read it; it is taken then");
            return false;
        }
        if (folder == null || !Files.isWritable(folder)) {
            tell(
                    channel,
                    name,
                    "'" + name + "' may not be moved to done/ → give user " + System.getProperty("user.name")
                            + " the right to write to the folder");
            return false;
        }
        return true;
    }

    /** A server did not let us read a file, or move it away. */
    public void refused(String channel, String name, String words) {
        refused.computeIfAbsent(channel, key -> ConcurrentHashMap.newKeySet()).add(name);
        problems.tell(
                channel,
                new ChannelProblem(
                        name,
                        Masking.all().mask("'" + name + "' may not be read, or not be moved to done/"),
                        "Give the channel's account on the server the right to both; the file is taken then",
                        Masking.all().mask(words)));
    }

    /** Whether that has been told of a file which is still there. */
    public boolean isRefused(String channel, String name) {
        return refused.getOrDefault(channel, Set.of()).contains(name);
    }

    private void over(String channel, String name) {
        Set<String> names = refused.get(channel);
        if (names != null) {
            names.remove(name);
        }
        problems.over(channel, name);
    }

    private void tell(String channel, String name, String finding) {
        problems.tell(channel, ChannelProblem.of(name, Masking.all().mask(finding)));
    }

    private boolean isTaken(String place, String name) {
        return takers.getOrDefault(place, Map.of()).values().stream().anyMatch(taken -> taken.test(name));
    }

    /** Who may put files into an inbox could else have the hub read, and shut, whatever file the hub may. */
    private static String link(String name) {
        return "'" + name + "' is a link, and none is followed → put the file itself into the inbox";
    }

    private static @Nullable String problem(Inbox.Entry entry, boolean taken, Duration stays) {
        String name = entry.name();
        if (entry.kind() == Inbox.Kind.LINK) {
            return link(name);
        }
        if (stays.compareTo(PATIENCE) < 0) {
            return null;
        }
        if (entry.kind() == Inbox.Kind.FOLDER) {
            return "folder '" + name + "' is not looked into → put the files into the inbox itself";
        }
        if (entry.kind() == Inbox.Kind.OTHER) {
            return "'" + name + "' is no file, but a pipe or a device → delete it";
        }
        if (!taken) {
            return "'" + name
                    + "' is not taken because of its name → save it as .csv or .xlsx, or let parameter"
                    + " include of the channel match its name";
        }
        return stays.compareTo(EMPTY) >= 0 && entry.size() == 0
                ? "'" + name + "' is empty → write it again, or delete it"
                : null;
    }
}
