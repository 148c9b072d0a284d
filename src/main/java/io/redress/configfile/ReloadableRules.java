package io.redress.configfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rules that follow their files: read again after an edit, and kept as they were while an edit is broken.
 *
 * @param <T> immutable, so that one message is judged by one version
 */
public final class ReloadableRules<T> implements Supplier<T> {

    private static final Logger LOG = LoggerFactory.getLogger(ReloadableRules.class);

    private final String name;
    private final List<Path> places;
    private final Supplier<T> read;
    private final Clock clock;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private volatile T value;
    private volatile Status status;
    private final StableChangeDetector<Map<Path, String>> looks;
    private Map<Path, String> used;

    /**
     * How the rules in use stand to their files.
     *
     * @param since when the rules in use were read
     * @param findings why a later edit is not in use; empty when the files are
     */
    public record Status(String name, Instant since, List<Finding> findings) {}

    /**
     * Reads the rules for the first time.
     *
     * @param name for people: {@code categories}
     * @param places the files that make up the rules, or folders of such files
     * @param read reads all of them
     * @throws InvalidConfiguration when the files are broken at the start
     */
    public ReloadableRules(String name, List<Path> places, Supplier<T> read, Clock clock) {
        this.name = name;
        this.places = List.copyOf(places);
        this.read = read;
        this.clock = clock;
        this.used = texts();
        this.looks = new StableChangeDetector<>(used);
        this.value = read.get();
        this.status = new Status(name, clock.instant(), List.of());
    }

    /**
     * Rules of the folder {@code config/}.
     *
     * @param files or folders, in that folder
     */
    public static <T> ReloadableRules<T> of(
            String name, Path config, Function<Path, T> read, Clock clock, String... files) {
        List<Path> places = Stream.of(files).map(config::resolve).toList();
        return new ReloadableRules<>(name, places, () -> read.apply(config), clock);
    }

    /**
     * The rules of one folder of {@code config/}, named as it is, which their own object takes up: whoever holds it needs no
     * other one after an edit.
     *
     * @param reload has the object read the folder again
     */
    public static <T> ReloadableRules<T> inPlace(String folder, Path config, T rules, Consumer<T> reload, Clock clock) {
        Function<Path, T> read = unused -> {
            reload.accept(rules);
            return rules;
        };
        return of(folder, config, read, clock, folder);
    }

    /** Runs something after each edit that came into use. */
    public void onReload(Runnable follower) {
        followers.add(follower);
    }

    /** The rules in use. */
    @Override
    public T get() {
        return value;
    }

    public Status status() {
        return status;
    }

    /** Looks at the files; acts on an edit when two looks in a row saw the same. */
    public synchronized void poll() {
        Map<Path, String> now = texts();
        if (looks.isNew(now)) {
            reload(now);
        }
    }

    /** Takes the edits that are sound, and leaves each file that is to blame as it was when it was last good. */
    private void reload(Map<Path, String> now) {
        Set<Path> edited = edited(now);
        var refused = new HashMap<Path, Optional<String>>();
        var findings = new LinkedHashSet<Finding>();
        while (!refused.keySet().containsAll(edited)) {
            try {
                T read = ConfigText.with(Map.copyOf(refused), this.read);
                Map<Path, String> taken = withoutRefused(now, refused);
                if (taken.equals(used)) {
                    break; // every edit is refused: what is in use stays
                }
                value = read;
                used = taken;
                LOG.info("{} reloaded", name);
                tell(findings, clock.instant());
                followers.forEach(Runnable::run);
                return;
            } catch (InvalidConfiguration e) {
                findings.addAll(e.findings());
                Set<Path> blamed = e.findings().stream()
                        .map(Finding::file)
                        .filter(file -> edited.contains(file) && !refused.containsKey(file))
                        .collect(Collectors.toSet());
                // A file that was deleted, or an edit that shows elsewhere: nobody can tell which of them it is.
                (blamed.isEmpty() ? edited : blamed)
                        .forEach(file -> refused.put(file, Optional.ofNullable(used.get(file))));
            }
        }
        tell(findings, status.since());
    }

    private Set<Path> edited(Map<Path, String> now) {
        var edited = new TreeSet<>(now.keySet());
        edited.addAll(used.keySet());
        edited.removeIf(file -> Objects.equals(now.get(file), used.get(file)));
        return edited;
    }

    private static Map<Path, String> withoutRefused(Map<Path, String> now, Map<Path, Optional<String>> refused) {
        var taken = new TreeMap<>(now);
        refused.forEach(
                (file, before) -> before.ifPresentOrElse(text -> taken.put(file, text), () -> taken.remove(file)));
        return taken;
    }

    /** What was told at an earlier edit is not told again. */
    private void tell(Set<Finding> findings, Instant since) {
        List<Finding> before = status.findings();
        status = new Status(name, since, List.copyOf(findings));
        String fresh = findings.stream()
                .filter(finding -> !before.contains(finding))
                .map(Finding::toString)
                .collect(Collectors.joining("; "));
        if (!fresh.isEmpty()) {
            LOG.warn("Edit of the {} refused, the last good version stays in use: {}", name, fresh);
        }
    }

    private Map<Path, String> texts() {
        var texts = new TreeMap<Path, String>();
        for (Path place : places) {
            try (Stream<Path> files = Files.exists(place) ? Files.walk(place) : Stream.empty()) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    texts.put(file, ConfigText.of(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + place, e);
            }
        }
        return texts;
    }
}
