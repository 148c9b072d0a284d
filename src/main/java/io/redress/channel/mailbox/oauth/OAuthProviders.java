package io.redress.channel.mailbox.oauth;

import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.folder.NamedFiles;
import io.redress.configfile.folder.YamlFolder;
import java.nio.file.Path;
import java.util.Map;

/** The providers of access tokens of a folder, by name: {@code microsoft365} is {@code microsoft365.yaml}. */
public final class OAuthProviders {

    private final NamedFiles<OAuthProvider> files;

    private OAuthProviders(NamedFiles<OAuthProvider> files) {
        this.files = files;
    }

    /**
     * Reads all providers of a folder, which need not be there.
     *
     * @throws InvalidConfiguration naming what is wrong in any of them
     */
    public static OAuthProviders read(Path folder) {
        return new OAuthProviders(new NamedFiles<>("provider", folder, OAuthProviders::load));
    }

    /** Where they are. */
    public static Path folder(Path config) {
        return config.resolve("oauth");
    }

    /** Reads the folder again. When one file is broken, every provider stays as it was, and this throws as {@link #read}. */
    public void reload() {
        files.reload();
    }

    /** All of them. */
    public Map<String, OAuthProvider> all() {
        return files.all();
    }

    /**
     * A provider by name.
     *
     * @throws InvalidConfiguration when there is none, with the names that there are
     */
    public OAuthProvider get(String name) {
        return files.get(name);
    }

    private static Map<String, OAuthProvider> load(Path folder) {
        return YamlFolder.read(folder, OAuthProvider::read);
    }
}
