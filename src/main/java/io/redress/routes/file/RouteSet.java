package io.redress.routes.file;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The files of {@code routes/} as they were at one moment.
 *
 * @param files those that are YAML
 * @param findings about those that are not
 */
public record RouteSet(List<RouteFile> files, List<Finding> findings) {

    public static RouteSet parse(Map<Path, String> texts) {
        return parse(texts, RouteFile::new);
    }

    /** @param reading makes a file of its path and its text */
    public static RouteSet parse(Map<Path, String> texts, BiFunction<Path, String, RouteFile> reading) {
        var files = new ArrayList<RouteFile>();
        var findings = new ArrayList<Finding>();
        texts.forEach((path, text) -> {
            try {
                files.add(reading.apply(path, text));
            } catch (InvalidConfiguration e) {
                findings.addAll(e.findings());
            }
        });
        return new RouteSet(List.copyOf(files), List.copyOf(findings));
    }

    public List<RouteFile> routes() {
        return files.stream().filter(file -> !file.isKamelet()).toList();
    }

    public List<RouteFile> channels() {
        return files.stream().filter(RouteFile::isChannel).toList();
    }

    /** The kamelets by name. */
    public Map<String, Kamelet> kamelets() {
        var kamelets = new LinkedHashMap<String, Kamelet>();
        files.stream().filter(RouteFile::isKamelet).forEach(file -> kamelets.put(file.name(), Kamelet.of(file)));
        return kamelets;
    }

    /** The kamelet that a channel's file starts with, and how it is used. */
    public Optional<EndpointUse> source(RouteFile channel) {
        return channel.endpoints().stream()
                .filter(use ->
                        use.is("kamelet") && "from".equals(use.at().get(use.at().size() - 1)))
                .findFirst();
    }
}
