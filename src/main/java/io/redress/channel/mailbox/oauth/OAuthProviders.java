package io.redress.channel.mailbox.oauth;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The providers of access tokens of a folder, by name: {@code microsoft365} is {@code microsoft365.yaml}. */
public final class OAuthProviders {

    private final Path folder;
    private volatile Map<String, OAuthProvider> byName;

    private OAuthProviders(Path folder) {
        this.folder = folder;
        this.byName = load(folder);
    }

    /**
     * Reads all providers of a folder, which need not be there.
     *
     * @throws InvalidConfiguration naming what is wrong in any of them
     */
    public static OAuthProviders read(Path folder) {
        return new OAuthProviders(folder);
    }

    /** Where they are. */
    public static Path folder(Path config) {
        return config.resolve("oauth");
    }

    /** Reads the folder again. When one file is broken, every provider stays as it was, and this throws as {@link #read}. */
    public void reload() {
        byName = load(folder);
    }

    /** All of them. */
    public Map<String, OAuthProvider> all() {
        return byName;
    }

    /**
     * A provider by name.
     *
     * @throws InvalidConfiguration when there is none, with the names that there are
     */
    public OAuthProvider get(String name) {
        OAuthProvider provider = byName.get(name);
        if (provider == null) {
            throw new InvalidConfiguration(List.of(new Finding(
                    folder, 0, "there is no provider '" + name + "'", Suggestion.remedy(name, byName.keySet()))));
        }
        return provider;
    }

    private static Map<String, OAuthProvider> load(Path folder) {
        return Map.copyOf(YamlFolder.read(folder, OAuthProvider::read));
    }
}
