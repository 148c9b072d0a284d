package io.redress.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A configuration file bound to a type, which still knows on which line each key stands.
 *
 * @param <T> a record; unknown keys are refused
 */
public final class YamlFile<T> {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Path file;
    private final T value;
    private final @Nullable Node root;

    private YamlFile(Path file, T value, @Nullable Node root) {
        this.file = file;
        this.value = value;
        this.root = root;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidConfiguration when it is missing, is not YAML, or does not have the keys and types of {@code type}
     */
    public static <T> YamlFile<T> read(Path file, Class<T> type) {
        try {
            return of(file, Files.readString(file), type);
        } catch (IOException e) {
            throw invalid(file, 0, "cannot be read: " + e, "create the file, in UTF-8, readable for the hub");
        }
    }

    /**
     * Binds text that was read already.
     *
     * @param file where it came from, for the findings
     * @throws InvalidConfiguration as {@link #read}
     */
    public static <T> YamlFile<T> of(Path file, String text, Class<T> type) {
        try {
            T value = YAML.readValue(text, type);
            if (value == null) {
                throw invalid(file, 0, "the file is empty", "write its keys; the README has an example");
            }
            return new YamlFile<>(file, value, new Yaml(new LoaderOptions()).compose(new StringReader(text)));
        } catch (UnrecognizedPropertyException e) {
            List<String> known =
                    e.getKnownPropertyIds().stream().map(String::valueOf).toList();
            throw invalid(
                    file,
                    line(file, text, e),
                    "unknown key '" + e.getPropertyName() + "'",
                    Suggestion.remedy(e.getPropertyName(), known));
        } catch (JsonMappingException e) {
            throw invalid(
                    file, line(file, text, e), path(e) + ": " + e.getOriginalMessage(), "write a value of that type");
        } catch (JsonProcessingException e) {
            // The parser quotes the file in indented lines between its sentences.
            String problem = e.getOriginalMessage()
                    .lines()
                    .filter(line -> !line.startsWith(" "))
                    .collect(Collectors.joining(", "));
            throw invalid(file, line(e), problem, "fix the YAML at this line (indentation, quotes)");
        }
    }

    public Path file() {
        return file;
    }

    public T value() {
        return value;
    }

    /** The 1-based line of a key, given by map keys and list indexes from the top; that of the deepest part found. */
    public int lineOf(Object... path) {
        Node node = root;
        int line = node == null ? 0 : 1;
        for (Object step : path) {
            Located next = node == null ? null : child(node, step);
            if (next == null) {
                return line;
            }
            node = next.value();
            line = next.line();
        }
        return line;
    }

    public Finding finding(String problem, String remedy, Object... path) {
        return new Finding(file, lineOf(path), problem, remedy);
    }

    private record Located(Node value, int line) {}

    private static @Nullable Located child(Node node, Object step) {
        if (node instanceof MappingNode map) {
            for (var entry : map.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(String.valueOf(step))) {
                    return new Located(entry.getValueNode(), key.getStartMark().getLine() + 1);
                }
            }
        }
        if (node instanceof SequenceNode list
                && step instanceof Integer index
                && index < list.getValue().size()) {
            Node item = list.getValue().get(index);
            return new Located(item, item.getStartMark().getLine() + 1);
        }
        return null;
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (var reference : e.getPath()) {
            path.append(path.isEmpty() ? "" : ".")
                    .append(reference.getFieldName() != null ? reference.getFieldName() : reference.getIndex());
        }
        return path.toString();
    }

    /** By the way to the key: the parser's own position is often already behind the value. */
    private static int line(Path file, String text, JsonMappingException e) {
        if (e.getCause() instanceof JsonProcessingException unparsable) {
            return line(unparsable); // the parser knows the place better than the key above it
        }
        Object[] way = e.getPath().stream()
                .<Object>map(step -> step.getFieldName() != null ? step.getFieldName() : (Object) step.getIndex())
                .toArray();
        Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        return way.length == 0 || root == null ? line(e) : new YamlFile<>(file, "", root).lineOf(way);
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }

    private static InvalidConfiguration invalid(Path file, int line, String problem, String remedy) {
        return new InvalidConfiguration(List.of(new Finding(file, line, problem, remedy)));
    }
}
