package io.redress.routes.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.configfile.Finding;
import io.redress.configfile.FullWidthCharacters;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.YamlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** One file of {@code routes/}: its text, and its tree, whose every part knows its line. */
public final class RouteFile {

    public static final String ROUTES = ".camel.yaml";
    static final String KAMELET = ".kamelet.yaml";

    private final Path path;
    private final String text;
    private final YamlFile<JsonNode> yaml;

    /**
     * Reads a file's text.
     *
     * @throws InvalidConfiguration when it is not YAML
     */
    public RouteFile(Path path, String text) {
        this.path = path;
        this.text = text;
        this.yaml = YamlFile.of(path, text, JsonNode.class);
    }

    public Path path() {
        return path;
    }

    public String text() {
        return text;
    }

    public boolean isKamelet() {
        return path.toString().endsWith(KAMELET);
    }

    /** A file of {@code routes/channels}. */
    public boolean isChannel() {
        Path folder = path.getParent();
        return !isKamelet() && folder != null && folder.endsWith("channels");
    }

    /** True when it holds error handling for routes of other files. */
    public boolean configuresRoutes() {
        return !isKamelet() && root().findValue("routeConfiguration") != null;
    }

    /** The kamelets that it names, by name. */
    public Set<String> kamelets() {
        return endpoints().stream()
                .filter(use -> use.is("kamelet") && !use.isKameletEnd())
                .map(EndpointUse::kamelet)
                .collect(Collectors.toSet());
    }

    /** The file's name without its ending, which is also that of the channel or kamelet. */
    public String name() {
        String file = String.valueOf(path.getFileName());
        return file.substring(0, file.length() - (isKamelet() ? KAMELET : ROUTES).length());
    }

    public JsonNode root() {
        return yaml.value();
    }

    public int lineOf(List<Object> at) {
        return yaml.lineOf(at.toArray());
    }

    /** What is wrong at a place; a sign there that only looks like one of YAML's is the cause of whatever else is. */
    public Finding finding(String problem, String remedy, List<Object> at) {
        return FullWidthCharacters.at(path, text, lineOf(at))
                .orElseGet(() -> yaml.finding(problem, remedy, at.toArray()));
    }

    /** Every part of the tree with the way to it, from the top. */
    public void walk(BiConsumer<List<Object>, JsonNode> visitor) {
        walk(root(), new ArrayList<>(), visitor);
    }

    /** Every place where the file names an endpoint. */
    public List<EndpointUse> endpoints() {
        var uses = new ArrayList<EndpointUse>();
        walk((at, node) -> EndpointUse.at(this, at, node).ifPresent(uses::add));
        return uses;
    }

    private static void walk(JsonNode node, List<Object> at, BiConsumer<List<Object>, JsonNode> visitor) {
        visitor.accept(List.copyOf(at), node);
        if (node.isObject()) {
            node.properties().forEach(child -> step(child.getValue(), child.getKey(), at, visitor));
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                step(node.get(i), i, at, visitor);
            }
        }
    }

    private static void step(JsonNode child, Object key, List<Object> at, BiConsumer<List<Object>, JsonNode> visitor) {
        at.add(key);
        walk(child, at, visitor);
        at.remove(at.size() - 1);
    }
}
