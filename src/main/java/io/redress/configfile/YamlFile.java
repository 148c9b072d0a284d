package io.redress.configfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A configuration file bound to a type, which still knows on which line each key stands.
 *
 * @param <T> a record; unknown keys are refused
 */
public final class YamlFile<T> {

    static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Path file;
    private final T value;
    private final YamlLocations places;

    YamlFile(Path file, T value, YamlLocations places) {
        this.file = file;
        this.value = value;
        this.places = places;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidConfiguration when it is missing, is not YAML, or does not have the keys and types of {@code type}
     */
    public static <T> YamlFile<T> read(Path file, Class<T> type) {
        try {
            return of(file, ConfigText.read(file), type);
        } catch (NoSuchFileException e) {
            throw invalid(file, 0, "the file is missing", "create it, in UTF-8, readable for the hub");
        } catch (IOException e) {
            throw invalid(file, 0, "cannot be read: " + e, "create the file, in UTF-8, readable for the hub");
        }
    }

    /**
     * Reads a file that has a schema in {@code config/schema}. What the schema refuses is added to the findings, and is
     * missing in the value, in which refused items of lists are null.
     *
     * @param kind {@code surveys} for {@code surveys.schema.json}
     * @param findings whoever passes them must refuse the file when they are not empty
     * @throws InvalidConfiguration as {@link #read(Path, Class)}, and when what is left cannot be bound
     */
    public static <T> YamlFile<T> read(Path file, Class<T> type, String kind, List<Finding> findings) {
        return new SchemaReading<>(file, type, findings).read(ConfigSchema.of(kind));
    }

    /**
     * As {@link #read(Path, Class, String, List)}, for a file that is judged by its schema alone.
     *
     * @throws InvalidConfiguration with all that is wrong
     */
    public static <T> YamlFile<T> read(Path file, Class<T> type, String kind) {
        List<Finding> findings = new ArrayList<>();
        YamlFile<T> read = read(file, type, kind, findings);
        InvalidConfiguration.throwIfAny(findings);
        return read;
    }

    /**
     * Binds text that was read already.
     *
     * @param file where it came from, for the findings
     * @throws InvalidConfiguration as {@link #read}
     */
    public static <T> YamlFile<T> of(Path file, String text, Class<T> type) {
        YamlErrorExplanation.encoding(file, text).ifPresent(YamlFile::refuse);
        try {
            T value = YAML.readValue(text, type);
            if (value == null) {
                throw invalid(file, 0, "the file is empty", "write its keys; the README has an example");
            }
            var places = new YamlLocations(text);
            if (text.indexOf('*') >= 0
                    || text.contains("!!")) { // what only the second reading finds: aliases of nothing, tags
                places.read();
            }
            return new YamlFile<>(file, value, places);
        } catch (UnrecognizedPropertyException e) {
            List<String> known =
                    e.getKnownPropertyIds().stream().map(String::valueOf).toList();
            refuseFullWidth(file, text, line(text, e));
            throw invalid(
                    file,
                    line(text, e),
                    "unknown key '" + e.getPropertyName() + "'",
                    Suggestion.remedy(e.getPropertyName(), known));
        } catch (JsonMappingException e) {
            YamlErrorExplanation.in(file, text).ifPresent(YamlFile::refuse);
            refuseFullWidth(file, text, line(text, e));
            throw invalid(file, line(text, e), InvalidValueMessage.problem(path(e), e), InvalidValueMessage.remedy(e));
        } catch (JsonProcessingException e) {
            YamlErrorExplanation.placeholder(file, text, line(e)).ifPresent(YamlFile::refuse);
            YamlErrorExplanation.in(file, text)
                    .or(() -> YamlErrorExplanation.twice(file, text))
                    .ifPresent(YamlFile::refuse);
            // The parser quotes the file in indented lines between its sentences.
            String problem = e.getOriginalMessage()
                    .lines()
                    .filter(line -> !line.startsWith(" "))
                    .collect(Collectors.joining(", "));
            throw invalid(file, line(e), problem, "fix the YAML at this line (indentation, quotes)");
        } catch (YAMLException e) {
            YamlErrorExplanation.in(file, text).ifPresent(YamlFile::refuse);
            throw invalid(file, line(e), problem(e), "write it in plain YAML: without tags, and with few anchors");
        }
    }

    private static void refuseFullWidth(Path file, String text, int line) {
        FullWidthCharacters.at(file, text, line).ifPresent(YamlFile::refuse);
    }

    public Path file() {
        return file;
    }

    public T value() {
        return value;
    }

    /** The 1-based line of a key, given by map keys and list indexes from the top; that of the deepest part found. */
    public int lineOf(Object... path) {
        return places.lineOf(path);
    }

    public Finding finding(String problem, String remedy, Object... path) {
        return new Finding(file, lineOf(path), problem, remedy);
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
    private static int line(String text, JsonMappingException e) {
        if (e.getCause() instanceof JsonProcessingException unparsable) {
            return line(unparsable); // the parser knows the place better than the key above it
        }
        Object[] way = e.getPath().stream()
                .<Object>map(step -> step.getFieldName() != null ? step.getFieldName() : (Object) step.getIndex())
                .toArray();
        var places = new YamlLocations(text);
        return way.length == 0 ? line(e) : places.lineOf(way);
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }

    private static int line(YAMLException e) {
        return e instanceof MarkedYAMLException marked && marked.getProblemMark() != null
                ? marked.getProblemMark().getLine() + 1
                : 0;
    }

    /** Without the lines of the file that the reader quotes. */
    private static String problem(YAMLException e) {
        return String.valueOf(e instanceof MarkedYAMLException marked ? marked.getProblem() : e.getMessage());
    }

    private static void refuse(Finding mistake) {
        throw new InvalidConfiguration(List.of(mistake));
    }

    private static InvalidConfiguration invalid(Path file, int line, String problem, String remedy) {
        return new InvalidConfiguration(List.of(new Finding(file, line, problem, remedy)));
    }
}
