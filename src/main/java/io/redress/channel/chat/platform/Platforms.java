package io.redress.channel.chat.platform;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The chat platforms of a folder, by name: {@code line} is {@code line.yaml}. */
public final class Platforms {

    private final Path folder;
    private volatile Map<String, Platform> byName;

    private Platforms(Path folder, Map<String, Platform> byName) {
        this.folder = folder;
        this.byName = byName;
    }

    /**
     * Reads all platforms of a folder, which need not be there.
     *
     * @throws InvalidConfiguration naming what is wrong in any of them
     */
    public static Platforms read(Path folder) {
        return new Platforms(folder, load(folder));
    }

    /** Those of a folder that can be read; what is wrong with the others is told by {@link #read}. */
    public static Platforms readable(Path folder) {
        return new Platforms(
                folder, YamlFolder.readable(folder, (name, file) -> new PlatformReader(name, file).read()));
    }

    /** Where they are. */
    public static Path folder(Path config) {
        return config.resolve("platforms");
    }

    /** Reads the folder again. When one file is broken, every platform stays as it was, and this throws as {@link #read}. */
    public void reload() {
        byName = load(folder);
    }

    /**
     * A platform by name.
     *
     * @throws InvalidConfiguration when there is none, with the names that there are
     */
    public Platform get(String name) {
        Platform platform = byName.get(name);
        if (platform == null) {
            throw new InvalidConfiguration(List.of(new Finding(
                    folder, 0, "there is no platform '" + name + "'", Suggestion.remedy(name, byName.keySet()))));
        }
        return platform;
    }

    /** All of them. */
    public Map<String, Platform> all() {
        return byName;
    }

    private static Map<String, Platform> load(Path folder) {
        return Map.copyOf(YamlFolder.read(folder, (name, file) -> new PlatformReader(name, file).read()));
    }
}
