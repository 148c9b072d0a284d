package io.redress.routes;

import io.redress.config.Finding;
import io.redress.config.InvalidConfiguration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of {@code routes/} as they were at one moment.
 *
 * @param files those that are YAML
 * @param findings about those that are not
 */
public record RouteSet(List<RouteFile> files, List<Finding> findings) {

    private static final char UNREADABLE = '\uFFFD';

    static RouteSet parse(Map<Path, String> texts) {
        var files = new ArrayList<RouteFile>();
        var findings = new ArrayList<Finding>();
        texts.forEach((path, text) -> {
            if (text.indexOf(UNREADABLE) >= 0) {
                int line = (int)
                        text.substring(0, text.indexOf(UNREADABLE)).lines().count();
                findings.add(new Finding(path, Math.max(1, line), "is not UTF-8", "save the file in UTF-8"));
                return;
            }
            try {
                files.add(new RouteFile(path, text));
            } catch (InvalidConfiguration e) {
                findings.addAll(e.findings());
            }
        });
        return new RouteSet(List.copyOf(files), List.copyOf(findings));
    }

    List<RouteFile> routes() {
        return files.stream().filter(file -> !file.isKamelet()).toList();
    }

    List<RouteFile> channels() {
        return files.stream().filter(RouteFile::isChannel).toList();
    }

    /** The kamelets by name. */
    Map<String, Kamelet> kamelets() {
        var kamelets = new LinkedHashMap<String, Kamelet>();
        files.stream().filter(RouteFile::isKamelet).forEach(file -> kamelets.put(file.name(), Kamelet.of(file)));
        return kamelets;
    }

    Optional<RouteFile> file(Path path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    /** The kamelet that a channel's file starts with, and how it is used. */
    Optional<EndpointUse> source(RouteFile channel) {
        return channel.endpoints().stream()
                .filter(use ->
                        use.is("kamelet") && "from".equals(use.at().get(use.at().size() - 1)))
                .findFirst();
    }
}
