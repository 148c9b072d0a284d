package io.redress.configuration;

import io.redress.configfile.DeclaredNames;
import io.redress.configfile.InvalidConfiguration;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;

/** The keys of {@code config/categories.yaml}, read again when the file has changed; none while it is broken. */
final class CategoryKeys implements Supplier<Set<String>> {

    private final Path config;
    private long read = -1;
    private Set<String> keys = Set.of();

    CategoryKeys(Path config) {
        this.config = config;
    }

    @Override
    public synchronized Set<String> get() {
        long changed = config.resolve("categories.yaml").toFile().lastModified();
        if (changed != read) {
            read = changed;
            keys = keys();
        }
        return keys;
    }

    private Set<String> keys() {
        try {
            return Set.copyOf(DeclaredNames.categories(config));
        } catch (InvalidConfiguration toldByItsOwnCheck) {
            return Set.of();
        }
    }
}
