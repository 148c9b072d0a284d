package io.redress.offline;

import io.redress.routes.file.ConnectedChannel;
import io.redress.routes.file.RouteFile;
import io.redress.routes.file.RouteFiles;
import io.redress.routes.file.RouteSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;

/** The command {@code try} within the running hub: the same stages, with its current rules. Nothing is kept or sent. */
public final class Trials {

    /** The largest original, in bytes. */
    public static final int LARGEST = 5 << 20;

    private static final int AT_ONCE = 2;
    private static final int ROWS = 100;
    private static final Pattern ENDING = Pattern.compile("[.]([a-z0-9]{1,8})$");

    private final ListableBeanFactory beans;
    private final RouteFiles files;
    private final Environment environment;
    private final Semaphore room = new Semaphore(AT_ONCE);

    public Trials(ListableBeanFactory beans, RouteFiles files, Environment environment) {
        this.beans = beans;
        this.files = files;
        this.environment = environment;
    }

    /** The names of the channels that have a file. */
    public List<String> channels() {
        return RouteSet.parse(files.read()).channels().stream()
                .map(RouteFile::name)
                .sorted()
                .toList();
    }

    /**
     * Reads an original as a channel would.
     *
     * @param name of its file, of which only the ending counts
     * @return empty when others are being tried, and it was not
     * @throws io.redress.configfile.InvalidConfiguration when there is no such channel, or its file cannot be used now
     */
    public Optional<DryRunResult> read(String channel, String name, byte[] original, TriedRequest call) {
        if (!room.tryAcquire()) {
            return Optional.empty();
        }
        try (var hub = new RunningHub(beans)) {
            var connected = ConnectedChannel.of(files, channel, this::resolved);
            return Optional.of(new IntakeDryRun(hub, connected, call).of("original" + ending(name), original, ROWS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            room.release();
        }
    }

    /** As for command {@code try}: what a setting lacks stays as it is written. */
    private String resolved(String text) {
        return OfflineContext.PLACEHOLDERS.replacePlaceholders(text, key -> {
            Object value = environment.getProperty(key, Object.class);
            return value == null ? null : value.toString();
        });
    }

    private static String ending(String name) {
        Matcher ending = ENDING.matcher(name.toLowerCase(Locale.ROOT));
        return ending.find() ? ending.group() : "";
    }
}
