package io.redress.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.configfile.InvalidConfiguration;
import io.redress.mapping.json.JsonSource;
import io.redress.mapping.json.PlainName;
import io.redress.mapping.json.ValuePath;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How one source of complaints, a form or a kind of file, calls the canonical fields: a file of {@code config/mappings/}.
 */
public final class Mapping {

    private final Map<CanonicalField, List<SourceName>> fields;
    private final List<Set<CanonicalField>> required;
    private final ValueRules rules;
    private final FileFormat file;
    /** The names of the fields that choose in JSON; read once, for they are used for every source. */
    private final Map<String, ValuePath> paths;

    Mapping(
            Map<CanonicalField, List<SourceName>> fields,
            List<Set<CanonicalField>> required,
            ValueRules rules,
            FileFormat file) {
        this.fields = fields;
        this.required = required;
        this.rules = rules;
        this.file = file;
        this.paths = ValuePath.selecting(fields.values().stream()
                .flatMap(List::stream)
                .flatMap(SourceName::each)
                .map(SourceName::written)
                .toList());
    }

    /**
     * Reads a mapping file.
     *
     * @throws InvalidConfiguration naming every line that is wrong
     */
    public static Mapping read(Path file) {
        return new MappingReader(file).read();
    }

    /** The same mapping for a source whose clock stands in another zone. */
    public Mapping in(ZoneId zone) {
        return new Mapping(fields, required, rules.in(zone), file);
    }

    /** The names by which its fields choose in JSON, for {@link JsonSource#flat}. */
    public Map<String, ValuePath> paths() {
        return paths;
    }

    /** Whether some value of the source fills a field. */
    public boolean fills(CanonicalField field) {
        return fields.containsKey(field);
    }

    /** How its files are written. */
    public FileFormat file() {
        return file;
    }

    /**
     * Maps one form or row.
     *
     * @param source values by field or column name, in the source's order where columns are mapped by number
     * @return the fields, or every problem that the source has
     */
    public MappingResult apply(Map<String, List<String>> source) {
        return apply(source, false);
    }

    /**
     * The same for a source with files, which may say what happened in place of a text.
     *
     * @param withFiles whether there is any
     */
    public MappingResult apply(Map<String, List<String>> source, boolean withFiles) {
        return mapper(source, rules, withFiles).result();
    }

    /** Maps a JSON body as {@link #apply(Map)}; its names may choose among the entries of lists ({@link ValuePath}). */
    public MappingResult apply(JsonSource source) {
        return apply(source.flat(paths));
    }

    /** Maps one row of a table as {@link #apply(Map)}; a phone column must have digits, or the row has slipped. */
    public MappingResult applyToRow(Map<String, List<String>> columns) {
        return mapper(columns, rules.ofColumns(), false).result();
    }

    /** What {@link #apply(Map, boolean)} would find wrong, without making the fields: enough to answer a sender. */
    public SourceCheck check(Map<String, List<String>> source, boolean withFiles) {
        return mapper(source, rules, withFiles).check();
    }

    private FieldMapper mapper(Map<String, List<String>> source, ValueRules rules, boolean withFiles) {
        var mapper = new FieldMapper(rules, source);
        fields.forEach(mapper::take);
        for (Set<CanonicalField> oneOf : required) {
            boolean shown = withFiles && oneOf.contains(CanonicalField.TEXT);
            if (!shown && oneOf.stream().noneMatch(mapper::has)) {
                mapper.report(missing(oneOf, "nothing is written there", "fill it in"));
            }
        }
        return mapper;
    }

    /**
     * The body itself; or where it lists events, each with a key or a customer of its own, a body for each of them.
     *
     * @return empty when these would be too many
     */
    public List<ObjectNode> divide(ObjectNode body) {
        return new EventSplitter(fields).of(body);
    }

    /**
     * The required fields that no column of a header can fill: with them, not one row of the file could be used.
     *
     * @param header the columns in the file's order
     */
    public List<FieldProblem> missingIn(Collection<String> header) {
        Set<String> plain = new HashSet<>();
        header.forEach(name -> plain.add(PlainName.of(name)));
        var missing = new ArrayList<FieldProblem>();
        for (Set<CanonicalField> oneOf : required) {
            boolean there = oneOf.stream()
                    .flatMap(field -> fields.getOrDefault(field, List.of()).stream())
                    .flatMap(SourceName::each)
                    .anyMatch(
                            name -> name.number() > 0 ? name.number() <= header.size() : plain.contains(name.plain()));
            if (!there) {
                missing.add(missing(
                        oneOf,
                        "there is no such column; the columns are " + String.join(", ", header),
                        "add the column's name to the mapping, or fix the header"));
            }
        }
        return missing;
    }

    private FieldProblem missing(Set<CanonicalField> oneOf, String problem, String remedy) {
        String keys = oneOf.stream().map(CanonicalField::key).collect(Collectors.joining(" | "));
        String name = oneOf.stream()
                .flatMap(field -> fields.getOrDefault(field, List.of()).stream())
                .map(SourceName::written)
                .findFirst()
                .orElse(keys);
        return new FieldProblem(FieldProblem.Code.REQUIRED, name, keys, problem, remedy);
    }
}
