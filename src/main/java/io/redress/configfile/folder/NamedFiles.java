package io.redress.configfile.folder;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the files of one folder of {@code config/} say, by their names; read again while the hub runs.
 *
 * @param <T> what one file says
 */
public final class NamedFiles<T> {

    private final String kind;
    private final Path folder;
    private final Function<Path, Map<String, T>> reading;
    private volatile Map<String, T> byName;

    /**
     * Reads the folder.
     *
     * @param kind what people call one of them: {@code mapping}
     * @param reading of all files of the folder
     * @throws InvalidConfiguration naming what is wrong in any of them
     */
    public NamedFiles(String kind, Path folder, Function<Path, Map<String, T>> reading) {
        this.kind = kind;
        this.folder = folder;
        this.reading = reading;
        this.byName = read();
    }

    /** Reads the folder again. When one file is broken, everything stays as it was, and this throws as the constructor. */
    public void reload() {
        byName = read();
    }

    private Map<String, T> read() {
        return Collections.unmodifiableMap(new TreeMap<>(reading.apply(folder)));
    }

    /** All of them, in the order of their names. */
    public Map<String, T> all() {
        return byName;
    }

    /**
     * One by its name.
     *
     * @throws InvalidConfiguration when there is none, with the names that there are
     */
    public T get(String name) {
        Map<String, T> now = byName;
        T found = now.get(name);
        if (found == null) {
            throw new InvalidConfiguration(List.of(new Finding(
                    folder, 0, "there is no " + kind + " '" + name + "'", Suggestion.remedy(name, now.keySet()))));
        }
        return found;
    }
}
