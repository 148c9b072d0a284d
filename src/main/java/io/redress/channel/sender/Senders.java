package io.redress.channel.sender;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The senders of a folder, by name: {@code shopify} is {@code shopify.yaml}; and {@link Sender#STANDARD}. */
public final class Senders {

    private final Path folder;
    private volatile Map<String, Sender> byName;

    private Senders(Path folder, Map<String, Sender> byName) {
        this.folder = folder;
        this.byName = byName;
    }

    /**
     * Reads all senders of a folder, which need not be there.
     *
     * @throws InvalidConfiguration naming what is wrong in any of them
     */
    public static Senders read(Path folder) {
        return new Senders(folder, load(folder));
    }

    /** Without any file. */
    public static Senders standard() {
        return new Senders(Path.of("config/senders"), Map.of(Sender.STANDARD, Sender.standardWebhooks()));
    }

    /** Reads the folder again. When one file is broken, every sender stays as it was, and this throws as {@link #read}. */
    public void reload() {
        byName = load(folder);
    }

    /**
     * A sender by name.
     *
     * @throws InvalidConfiguration when there is none, with the names that there are
     */
    public Sender get(String name) {
        Sender sender = byName.get(name);
        if (sender == null) {
            throw new InvalidConfiguration(List.of(new Finding(
                    folder, 0, "there is no sender '" + name + "'", Suggestion.remedy(name, byName.keySet()))));
        }
        return sender;
    }

    /** All of them. */
    public Map<String, Sender> all() {
        return byName;
    }

    private static Map<String, Sender> load(Path folder) {
        Map<String, Sender> senders = new TreeMap<>();
        senders.put(Sender.STANDARD, Sender.standardWebhooks());
        senders.putAll(YamlFolder.read(folder, (name, file) -> {
            if (name.equals(Sender.STANDARD)) {
                throw new InvalidConfiguration(List.of(new Finding(
                        file, 0, "'" + name + "' is built in: no file changes it", "give the file another name")));
            }
            return new SenderReader(file).read();
        }));
        return Map.copyOf(senders);
    }
}
