package io.redress.callback.list;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.folder.YamlFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The layouts of {@code config/call-lists}, by name. Immutable. */
public record CallListLayouts(Map<String, CallListLayout> byName) {

    public CallListLayouts {
        byName = Map.copyOf(byName);
    }

    /**
     * Reads all layouts of a folder; none when there is no such folder.
     *
     * @throws InvalidConfiguration with every mistake, its line and a remedy
     */
    public static CallListLayouts read(Path folder) {
        return new CallListLayouts(
                YamlFolder.read(folder, (name, file) -> new CallListLayoutReader(name, file).read()));
    }

    /** As {@link #read(Path)}, of a folder that must have a layout of that name, unless the name is blank. */
    public static CallListLayouts read(Path folder, String needed) {
        CallListLayouts layouts = read(folder);
        if (!needed.isBlank()) {
            layouts.get(needed);
        }
        return layouts;
    }

    /**
     * The layout of that name.
     *
     * @throws InvalidConfiguration when there is none
     */
    public CallListLayout get(String name) {
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> new InvalidConfiguration(List.of(new Finding(
                        Path.of("config", "call-lists", name + YamlFolder.ENDING),
                        0,
                        "there is no layout '" + name + "' for call lists",
                        "set redress.call-lists.layout to one of " + byName.keySet() + ", or create the file"))));
    }

    /** The layout of a list that was handed back, told by its header. */
    public Optional<CallListLayout> of(List<String> header) {
        return byName.values().stream().filter(layout -> layout.fits(header)).findFirst();
    }

    /** What result files may look like, for people. */
    public String known() {
        return String.join(
                "; or ",
                byName.values().stream()
                        .map(layout -> layout.needed() + " (" + layout.name() + ")")
                        .sorted()
                        .toList());
    }
}
