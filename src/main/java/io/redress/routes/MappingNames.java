package io.redress.routes;

import io.redress.config.Finding;
import io.redress.config.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Each parameter {@code mapping} of a channel names a file of {@code config/mappings}. */
public final class MappingNames {

    private static final String ENDING = ".yaml";
    private static final String PARAMETER = "mapping";

    private MappingNames() {}

    public static List<Finding> check(RouteFiles routes, Path folder) {
        Set<String> names = names(folder);
        var findings = new ArrayList<Finding>();
        for (RouteFile file : RouteSet.parse(routes.texts()).channels()) {
            for (EndpointUse use : file.endpoints()) {
                String mapping = use.is("kamelet") ? use.parameters().get(PARAMETER) : null;
                if (mapping != null && !mapping.contains("{{") && !names.contains(mapping)) {
                    findings.add(use.finding(
                            "there is no mapping '" + mapping + "' in " + folder,
                            Suggestion.remedy(mapping, names),
                            PARAMETER));
                }
            }
        }
        return findings;
    }

    private static Set<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            var names = new TreeSet<String>();
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .forEach(name -> names.add(name.substring(0, name.length() - ENDING.length())));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
