package io.redress.channel.chat.platform;

import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.folder.NamedFiles;
import io.redress.configfile.folder.YamlFolder;
import java.nio.file.Path;
import java.util.Map;

/** The chat platforms of a folder, by name: {@code line} is {@code line.yaml}. */
public final class Platforms {

    private final NamedFiles<Platform> files;

    private Platforms(NamedFiles<Platform> files) {
        this.files = files;
    }

    /**
     * Reads all platforms of a folder, which need not be there.
     *
     * @throws InvalidConfiguration naming what is wrong in any of them
     */
    public static Platforms read(Path folder) {
        return new Platforms(new NamedFiles<>("platform", folder, Platforms::load));
    }

    /** Those of a folder that can be read; what is wrong with the others is told by {@link #read}. */
    public static Platforms readable(Path folder) {
        return new Platforms(new NamedFiles<>(
                "platform",
                folder,
                all -> YamlFolder.readable(all, (name, file) -> new PlatformReader(name, file).read())));
    }

    /** Where they are. */
    public static Path folder(Path config) {
        return config.resolve("platforms");
    }

    /** Reads the folder again. When one file is broken, every platform stays as it was, and this throws as {@link #read}. */
    public void reload() {
        files.reload();
    }

    /**
     * A platform by name.
     *
     * @throws InvalidConfiguration when there is none, with the names that there are
     */
    public Platform get(String name) {
        return files.get(name);
    }

    /** All of them. */
    public Map<String, Platform> all() {
        return files.all();
    }

    private static Map<String, Platform> load(Path folder) {
        return YamlFolder.read(folder, (name, file) -> new PlatformReader(name, file).read());
    }
}
