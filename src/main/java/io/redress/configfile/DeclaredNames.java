package io.redress.configfile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The names to which other files of {@code config/} refer, in the order of the file that declares them, whatever else is wrong with
 * it. Each throws {@link InvalidConfiguration} when that file is missing or no YAML.
 */
public final class DeclaredNames {

    private DeclaredNames() {}

    /** The keys of {@code categories.yaml}. */
    public static Set<String> categories(Path configDir) {
        return keys(configDir.resolve("categories.yaml"), "categories");
    }

    /** The teams of {@code categories.yaml}. */
    public static Set<String> owners(Path configDir) {
        return keys(configDir.resolve("categories.yaml"), "owners");
    }

    /** The service-level policies of {@code service-levels.yaml}. */
    public static Set<String> policies(Path configDir) {
        return keys(configDir.resolve("service-levels.yaml"), "policies");
    }

    /** Those who are told of tickets, of {@code service-levels.yaml}. */
    public static Set<String> roles(Path configDir) {
        return keys(configDir.resolve("service-levels.yaml"), "roles");
    }

    private static Set<String> keys(Path file, String section) {
        var keys = new LinkedHashSet<String>();
        YamlFile.read(file, ObjectNode.class).value().path(section).fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
