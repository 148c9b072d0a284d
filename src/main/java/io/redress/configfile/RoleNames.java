package io.redress.configfile;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The roles to which other files of {@code config/} refer. */
public final class RoleNames {

    private RoleNames() {}

    /**
     * Those of {@code service-levels.yaml} in a folder.
     *
     * @throws InvalidConfiguration when the file is missing or no YAML
     */
    public static Set<String> in(Path configDir) {
        var names = new TreeSet<String>();
        YamlFile.read(configDir.resolve("service-levels.yaml"), JsonNode.class)
                .value()
                .path("roles")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }
}
