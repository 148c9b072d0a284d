package io.redress.channel.sender;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.folder.NamedFiles;
import io.redress.configfile.folder.YamlFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The senders of a folder, by name: {@code shopify} is {@code shopify.yaml}; and {@link Sender#STANDARD}. */
public final class Senders {

    private final NamedFiles<Sender> files;

    private Senders(NamedFiles<Sender> files) {
        this.files = files;
    }

    /**
     * Reads all senders of a folder, which need not be there.
     *
     * @throws InvalidConfiguration naming what is wrong in any of them
     */
    public static Senders read(Path folder) {
        return new Senders(new NamedFiles<>("sender", folder, Senders::load));
    }

    /** Without any file. */
    public static Senders standard() {
        Map<String, Sender> standard = Map.of(Sender.STANDARD, Sender.standardWebhooks());
        return new Senders(new NamedFiles<>("sender", Path.of("config/senders"), folder -> standard));
    }

    /** Reads the folder again. When one file is broken, every sender stays as it was, and this throws as {@link #read}. */
    public void reload() {
        files.reload();
    }

    /**
     * A sender by name.
     *
     * @throws InvalidConfiguration when there is none, with the names that there are
     */
    public Sender get(String name) {
        return files.get(name);
    }

    /** All of them. */
    public Map<String, Sender> all() {
        return files.all();
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
        return senders;
    }
}
