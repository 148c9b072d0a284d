package io.redress.mapping.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way to values in a JSON object: names of members with full stops between them, such as {@code data.customer.phone}. All
 * entries of a list on the way are taken, unless brackets choose: {@code [0]} the first, {@code [-1]} the last, {@code
 * answers[field.ref=order].text} those whose member has that value, {@code contacts[id=@from]} those whose member has that of
 * the item. Behind a name, {@code |json} reads JSON that stands in a string, {@code |html} leaves the text of markup, {@code
 * |unescape} reads {@code &lt;} as what it stands for, {@code |split} divides at commas, semicolons and line ends.
 */
public final class ValuePath {

    private static final int LONGEST = 500;
    private static final Pattern STEP =
            Pattern.compile("([^\\[\\]|]+)((?:\\[[^\\[\\]|]+])*)((?:\\|(?:json|html|split|unescape))*)");
    private static final Pattern SELECTOR = Pattern.compile("\\[([^\\[\\]]+)]");
    private static final Pattern FULL_STOP_OUTSIDE_BRACKETS = Pattern.compile("\\.(?![^\\[\\]]*])");
    private static final Pattern INDEX = Pattern.compile("-?[0-9]{1,4}");

    private final List<Step> steps;
    private final boolean selecting;

    private record Step(String member, List<PathStep> work) {

        Stream<JsonNode> from(JsonNode node, JsonNode item) {
            Stream<JsonNode> found = PathStep.entries(node).flatMap(entry -> member(entry).stream());
            for (PathStep one : work) {
                found = found.flatMap(entry -> one.on(entry, item));
            }
            return found;
        }

        private Optional<JsonNode> member(JsonNode object) {
            JsonNode exact = object.get(member);
            if (exact != null || !object.isObject()) {
                return Optional.ofNullable(exact);
            }
            String plain = PlainName.of(member);
            for (var other : object.properties()) {
                if (PlainName.of(other.getKey()).equals(plain)) {
                    return Optional.of(other.getValue());
                }
            }
            return Optional.empty();
        }
    }

    private ValuePath(List<Step> steps) {
        this.steps = steps;
        this.selecting = steps.stream().anyMatch(step -> !step.work().isEmpty());
    }

    /** A path; null for what is none, such as a column's name with brackets of its own. */
    public static @Nullable ValuePath parse(String written) {
        if (written.isBlank() || written.length() > LONGEST) {
            return null;
        }
        var steps = new ArrayList<Step>();
        for (String part : FULL_STOP_OUTSIDE_BRACKETS.split(written.strip(), -1)) {
            Matcher step = STEP.matcher(part);
            if (!step.matches()) {
                return null;
            }
            var work = new ArrayList<PathStep>();
            Matcher selectors = SELECTOR.matcher(step.group(2));
            while (selectors.find()) {
                PathStep selector = selector(selectors.group(1));
                if (selector == null) {
                    return null;
                }
                work.add(selector);
            }
            for (String name : step.group(3).split("\\|")) {
                if (!name.isEmpty()) {
                    work.add(PathStep.function(name));
                }
            }
            steps.add(new Step(step.group(1), work));
        }
        return new ValuePath(steps);
    }

    /**
     * The entries of a list that brackets choose by a member, such as {@code [kind=message]}.
     *
     * @return null for brackets that choose in another way
     */
    public static @Nullable Predicate<JsonNode> choice(String brackets) {
        BiPredicate<JsonNode, JsonNode> choice = choiceByItem(brackets);
        return choice == null ? null : entry -> choice.test(entry, entry);
    }

    /**
     * The same, where brackets may compare with a value of an item, such as {@code [wa_id=@from]}: of an entry and the item.
     *
     * @return null for brackets that choose in another way
     */
    public static @Nullable BiPredicate<JsonNode, JsonNode> choiceByItem(String brackets) {
        Matcher one = SELECTOR.matcher(brackets);
        boolean byMember = one.matches() && !INDEX.matcher(one.group(1)).matches();
        PathStep selector = byMember ? selector(one.group(1)) : null;
        return selector == null
                ? null
                : (entry, item) -> selector.on(entry, item).findAny().isPresent();
    }

    /** The parts of a path between its full stops, each with its brackets and functions. */
    public static List<String> parts(String written) {
        return List.of(FULL_STOP_OUTSIDE_BRACKETS.split(written.strip(), -1));
    }

    /** Those of some names that choose, by name: the others are found by their dotted names. */
    public static Map<String, ValuePath> selecting(Collection<String> names) {
        Map<String, ValuePath> paths = new LinkedHashMap<>();
        for (String name : names) {
            ValuePath path = parse(name);
            if (path != null && path.isSelecting()) {
                paths.put(name, path);
            }
        }
        return paths;
    }

    /** Whether it does more than to name members, which any list of names does as well. */
    public boolean isSelecting() {
        return selecting;
    }

    /** The values at its end as text, in their order; at most {@link UntrustedJson#MOST_VALUES}. */
    public List<String> values(JsonNode body) {
        return values(body, body);
    }

    /**
     * The same, where {@code [member=@path]} chooses by a value of an item.
     *
     * @param item that the references start from
     */
    public List<String> values(JsonNode body, JsonNode item) {
        List<JsonNode> nodes = List.of(body);
        for (Step step : steps) {
            nodes = nodes.stream()
                    .flatMap(node -> step.from(node, item))
                    .limit(UntrustedJson.MOST_VALUES)
                    .toList();
        }
        return nodes.stream()
                .flatMap(PathStep::entries)
                .filter(node -> node.isValueNode() && !node.isNull())
                .limit(UntrustedJson.MOST_VALUES)
                .map(UntrustedJson::text)
                .toList();
    }

    private static @Nullable PathStep selector(String written) {
        if (INDEX.matcher(written).matches()) {
            int index = Integer.parseInt(written);
            return PathStep.at(index);
        }
        int equals = written.indexOf('=');
        ValuePath member = equals < 1 ? null : parse(written.substring(0, equals));
        String value = written.substring(equals + 1).strip();
        if (member == null) {
            return null;
        }
        if (!value.startsWith("@")) {
            return (node, item) ->
                    PathStep.entries(node).filter(entry -> member.values(entry).contains(value));
        }
        ValuePath named = parse(value.substring(1));
        return named == null
                ? null
                : (node, item) -> {
                    List<String> wanted = named.values(item);
                    return PathStep.entries(node)
                            .filter(entry -> member.values(entry).stream().anyMatch(wanted::contains));
                };
    }
}
