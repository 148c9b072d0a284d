package io.redress.routes.file;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A channel as its file connects it.
 *
 * @param format which normalizer reads its originals: label {@code redress.io/format} of its kamelet
 * @param parameters of the kamelet, with its defaults
 */
public record ConnectedChannel(String name, String format, Map<String, String> parameters) {

    /**
     * Finds a channel by name.
     *
     * @param placeholders fills in {@code {{…}}}
     * @throws InvalidConfiguration when there is none of that name, or its file cannot be read
     */
    public static ConnectedChannel of(RouteFiles files, String name, UnaryOperator<String> placeholders) {
        RouteSet set = RouteSet.parse(files.read());
        if (!set.findings().isEmpty()) {
            throw new InvalidConfiguration(set.findings());
        }
        var channels = new TreeMap<String, RouteFile>();
        set.channels().forEach(file -> channels.put(file.name(), file));
        RouteFile file = channels.get(name);
        if (file == null) {
            throw new InvalidConfiguration(List.of(new Finding(
                    files.folder().resolve("channels"),
                    0,
                    "there is no channel '" + name + "'",
                    Suggestion.remedy(name, channels.keySet()))));
        }
        EndpointUse source = set.source(file)
                .orElseThrow(() -> invalid(file, "the channel starts with no kamelet", "write from: uri: kamelet:…"));
        Kamelet kamelet = set.kamelets().get(source.kamelet());
        if (kamelet == null) {
            throw invalid(
                    file,
                    "unknown kamelet '" + source.kamelet() + "'",
                    Suggestion.remedy(source.kamelet(), set.kamelets().keySet()));
        }
        if (kamelet.format().isEmpty()) {
            throw invalid(
                    kamelet.file(),
                    "the kamelet does not say in which format it hands off",
                    "write metadata.labels: redress.io/format: …");
        }
        var parameters = new LinkedHashMap<String, String>();
        kamelet.values(source.parameters())
                .forEach((key, value) -> parameters.put(key, value.replaceFirst("^RAW\\((.*)\\)$", "$1")));
        parameters.replaceAll((key, value) -> placeholders.apply(value));
        return new ConnectedChannel(name, kamelet.format(), parameters);
    }

    private static InvalidConfiguration invalid(RouteFile file, String problem, String remedy) {
        return new InvalidConfiguration(List.of(file.finding(problem, remedy, List.of(0))));
    }
}
