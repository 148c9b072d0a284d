package io.redress.configfile;

import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * On which line of a text each key stands. The text is read for it when somebody asks, and not before: most files have no
 * mistakes.
 */
final class YamlLocations {

    private final String text;
    private boolean read;
    private @Nullable Node root;

    YamlLocations(String text) {
        this.text = text;
    }

    /** @throws org.yaml.snakeyaml.error.YAMLException when the text is not YAML, or names an alias of nothing */
    synchronized @Nullable Node read() {
        if (!read) {
            root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            read = true;
        }
        return root;
    }

    /** Where something stands, both counted from 1. */
    record Place(int line, int column) {}

    /** The 1-based line of a key, given by map keys and list indexes from the top; that of the deepest part found. */
    int lineOf(Object... path) {
        return placeOf(path).line();
    }

    /** As {@link #lineOf}, with the column. */
    Place placeOf(Object... path) {
        Node node = read();
        var place = node == null ? new Place(0, 0) : new Place(1, 1);
        for (Object step : path) {
            Located next = node == null ? null : child(node, step);
            if (next == null) {
                return place;
            }
            node = next.value();
            place = next.place();
        }
        return place;
    }

    private record Located(Node value, Place place) {

        static Located of(Node value, Mark mark) {
            return new Located(value, new Place(mark.getLine() + 1, mark.getColumn() + 1));
        }
    }

    private static @Nullable Located child(Node node, Object step) {
        if (node instanceof MappingNode map) {
            for (var entry : map.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(String.valueOf(step))) {
                    return Located.of(entry.getValueNode(), key.getStartMark());
                }
            }
        }
        if (node instanceof SequenceNode list
                && step instanceof Integer index
                && index < list.getValue().size()) {
            Node item = list.getValue().get(index);
            return Located.of(item, item.getStartMark());
        }
        return null;
    }
}
