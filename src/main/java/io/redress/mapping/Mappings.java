package io.redress.mapping;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The mappings of a folder, by name: {@code call-center} is {@code call-center.yaml}. */
public final class Mappings {

    private final Path folder;
    private volatile Map<String, Mapping> byName;

    private Mappings(Path folder, Map<String, Mapping> byName) {
        this.folder = folder;
        this.byName = byName;
    }

    /**
     * Reads all mappings of a folder.
     *
     * @throws InvalidConfiguration naming what is wrong in any of them
     */
    public static Mappings read(Path folder) {
        return new Mappings(folder, load(folder));
    }

    /** Reads the folder again. When one file is broken, every mapping stays as it was, and this throws as {@link #read}. */
    public void reload() {
        byName = load(folder);
    }

    /**
     * A mapping by name.
     *
     * @throws InvalidConfiguration when there is none, with the names that there are
     */
    public Mapping get(String name) {
        Mapping mapping = byName.get(name);
        if (mapping == null) {
            throw new InvalidConfiguration(List.of(new Finding(
                    folder, 0, "there is no mapping '" + name + "'", Suggestion.remedy(name, byName.keySet()))));
        }
        return mapping;
    }

    private static Map<String, Mapping> load(Path folder) {
        return YamlFolder.read(folder, (name, file) -> Mapping.read(file));
    }
}
