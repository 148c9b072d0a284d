package io.redress.routes.file;

import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Each parameter {@code mapping} of a channel names a file of {@code config/mappings}. */
public final class MappingNames implements RouteRule {

    private static final String PARAMETER = "mapping";

    private final Path folder;

    /** @param folder {@code config/mappings} */
    public MappingNames(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<Finding> check(RouteSet routes) {
        Set<String> names = YamlFolder.names(folder);
        var findings = new ArrayList<Finding>();
        for (RouteFile file : routes.channels()) {
            for (EndpointUse use : file.endpoints()) {
                of(use, names, folder).ifPresent(findings::add);
            }
        }
        return findings;
    }

    @Override
    public Object basis() {
        return YamlFolder.names(folder);
    }

    /**
     * What is wrong with the mapping that a kamelet is given, if anything is.
     *
     * @param names of the mappings that there are
     * @param folder in which they are looked for
     */
    static Optional<Finding> of(EndpointUse use, Set<String> names, Path folder) {
        String mapping = use.is("kamelet") ? use.parameters().get(PARAMETER) : null;
        if (mapping == null || mapping.contains("{{") || names.contains(mapping)) {
            return Optional.empty();
        }
        return Optional.of(use.finding(
                "there is no mapping '" + mapping + "' in " + folder, Suggestion.remedy(mapping, names), PARAMETER));
    }
}
