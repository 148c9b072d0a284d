package io.redress.routes.file;

import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import io.redress.configfile.folder.YamlFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A parameter of channels, such as {@code mapping}, that names a file of a folder of {@code config/}. */
public final class ConfigFileNames implements RouteRule {

    private static final String MAPPING = "mapping";

    private final String parameter;
    private final Path folder;
    private final Set<String> builtIn;

    private ConfigFileNames(String parameter, Path folder, Set<String> builtIn) {
        this.parameter = parameter;
        this.folder = folder;
        this.builtIn = builtIn;
    }

    /** @param folder {@code config/mappings} */
    public static ConfigFileNames mappings(Path folder) {
        return new ConfigFileNames(MAPPING, folder, Set.of());
    }

    /**
     * Those of senders.
     *
     * @param folder {@code config/senders}
     * @param builtIn the name for which no file is needed
     */
    public static ConfigFileNames senders(Path folder, String builtIn) {
        return new ConfigFileNames("sender", folder, Set.of(builtIn));
    }

    /** @param folder {@code config/platforms} */
    public static ConfigFileNames platforms(Path folder) {
        return new ConfigFileNames("platform", folder, Set.of());
    }

    @Override
    public List<Finding> check(RouteSet routes) {
        Set<String> names = names();
        var findings = new ArrayList<Finding>();
        for (RouteFile file : routes.channels()) {
            for (EndpointUse use : file.endpoints()) {
                of(use, parameter, names, folder).ifPresent(findings::add);
            }
        }
        return findings;
    }

    @Override
    public Object basis() {
        return names();
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>(YamlFolder.names(folder));
        names.addAll(builtIn);
        return names;
    }

    /**
     * What is wrong with the mapping that a kamelet is given, if anything is.
     *
     * @param names of the mappings that there are
     * @param folder in which they are looked for
     */
    static Optional<Finding> ofMapping(EndpointUse use, Set<String> names, Path folder) {
        return of(use, MAPPING, names, folder);
    }

    private static Optional<Finding> of(EndpointUse use, String parameter, Set<String> names, Path folder) {
        String name = use.is("kamelet") ? use.parameters().get(parameter) : null;
        if (name == null || name.contains("{{") || names.contains(name)) {
            return Optional.empty();
        }
        return Optional.of(use.finding(
                "there is no " + parameter + " '" + name + "' in " + folder,
                Suggestion.remedy(name, names),
                parameter));
    }
}
