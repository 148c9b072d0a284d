package io.redress.config;

import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * On which line of a text each key stands. The text is read for it when somebody asks, and not before: most files have no
 * mistakes.
 */
final class YamlPlaces {

    private final String text;
    private boolean read;
    private @Nullable Node root;

    YamlPlaces(String text) {
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

    /** The 1-based line of a key, given by map keys and list indexes from the top; that of the deepest part found. */
    int lineOf(Object... path) {
        Node node = read();
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
}
