package io.redress.delivery.mapping;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import io.redress.configfile.folder.YamlFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The mappings of a folder, by name: {@code rt} is {@code rt.yaml}.
 *
 * @param folder {@code config/mappings/targets}; it may be missing
 */
public record TargetMappings(Path folder, Map<String, TargetMapping> byName) {

    /**
     * Reads all of them.
     *
     * @throws InvalidConfiguration naming what is wrong in any of them
     */
    public static TargetMappings read(Path folder) {
        return new TargetMappings(folder, YamlFolder.read(folder, (name, file) -> TargetMapping.read(file)));
    }

    /** Where they are, below {@code config/}. */
    public static Path folder(Path configDir) {
        return configDir.resolve("mappings").resolve("targets");
    }

    /**
     * A mapping by name.
     *
     * @throws InvalidConfiguration when there is none, with the names that there are
     */
    public TargetMapping get(String name) {
        TargetMapping mapping = byName.get(name);
        if (mapping == null) {
            throw new InvalidConfiguration(List.of(new Finding(
                    folder, 0, "there is no mapping '" + name + "'", Suggestion.remedy(name, byName.keySet()))));
        }
        return mapping;
    }
}
