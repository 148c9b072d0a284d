package io.redress.channel.feed;

import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.folder.NamedFiles;
import io.redress.configfile.folder.YamlFolder;
import java.nio.file.Path;
import java.util.Map;

/** The feeds of a folder, by name: {@code reviews} is {@code reviews.yaml}. */
public final class Feeds {

    private final NamedFiles<Feed> files;

    private Feeds(NamedFiles<Feed> files) {
        this.files = files;
    }

    /**
     * Reads all feeds of a folder, which need not be there.
     *
     * @throws InvalidConfiguration naming what is wrong in any of them
     */
    public static Feeds read(Path folder) {
        return new Feeds(new NamedFiles<>("feed", folder, Feeds::load));
    }

    /** Those of a folder that can be read; what is wrong with the others is told by {@link #read}. */
    public static Feeds readable(Path folder) {
        return new Feeds(new NamedFiles<>(
                "feed", folder, all -> YamlFolder.readable(all, (name, file) -> new FeedReader(name, file).read())));
    }

    /** Where they are. */
    public static Path folder(Path config) {
        return config.resolve("feeds");
    }

    /** Reads the folder again. When one file is broken, every feed stays as it was, and this throws as {@link #read}. */
    public void reload() {
        files.reload();
    }

    /**
     * A feed by name.
     *
     * @throws InvalidConfiguration when there is none, with the names that there are
     */
    public Feed get(String name) {
        return files.get(name);
    }

    /** All of them. */
    public Map<String, Feed> all() {
        return files.all();
    }

    private static Map<String, Feed> load(Path folder) {
        return YamlFolder.read(folder, (name, file) -> new FeedReader(name, file).read());
    }
}
