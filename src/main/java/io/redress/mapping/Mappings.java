package io.redress.mapping;

import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.folder.NamedFiles;
import io.redress.configfile.folder.YamlFolder;
import java.nio.file.Path;
import java.util.Map;

/** The mappings of a folder, by name: {@code call-center} is {@code call-center.yaml}. */
public final class Mappings {

    private final NamedFiles<Mapping> files;

    private Mappings(NamedFiles<Mapping> files) {
        this.files = files;
    }

    /**
     * Reads all mappings of a folder.
     *
     * @throws InvalidConfiguration naming what is wrong in any of them
     */
    public static Mappings read(Path folder) {
        return new Mappings(new NamedFiles<>("mapping", folder, Mappings::load));
    }

    /** Reads the folder again. When one file is broken, every mapping stays as it was, and this throws as {@link #read}. */
    public void reload() {
        files.reload();
    }

    /**
     * A mapping by name.
     *
     * @throws InvalidConfiguration when there is none, with the names that there are
     */
    public Mapping get(String name) {
        return files.get(name);
    }

    private static Map<String, Mapping> load(Path folder) {
        return YamlFolder.read(folder, (name, file) -> Mapping.read(file));
    }
}
