package io.redress.mapping.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.redress.html.HtmlText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;

/** What is done with a value on the way of a {@link ValuePath}: a choice in brackets, or a function behind a name. */
@FunctionalInterface
interface PathStep {

    Pattern BETWEEN = Pattern.compile("[,;，；、\\r\\n]");

    /** @param item what {@code @} in brackets names values of */
    Stream<JsonNode> on(JsonNode node, JsonNode item);

    /** The entries of a list, and of lists in it; of anything else that itself. */
    static Stream<JsonNode> entries(JsonNode node) {
        return node.isArray() ? node.valueStream().flatMap(PathStep::entries) : Stream.of(node);
    }

    /** @param index of an entry; -1 for the last */
    static PathStep at(int index) {
        return (node, item) -> {
            List<JsonNode> entries = node.isArray() ? node.valueStream().toList() : List.of(node);
            int at = index < 0 ? entries.size() + index : index;
            return at >= 0 && at < entries.size() ? Stream.of(entries.get(at)) : Stream.empty();
        };
    }

    /** @param name {@code json}, {@code html}, {@code unescape} or {@code split} */
    static PathStep function(String name) {
        return switch (name) {
            case "json" -> (node, item) -> texts(node).flatMap(text -> UntrustedJson.any(text).stream());
            case "html" -> (node, item) -> texts(node).map(text -> TextNode.valueOf(HtmlText.of(text)));
            case "unescape" ->
                (node, item) -> texts(node).map(text -> TextNode.valueOf(Parser.unescapeEntities(text, false)));
            default ->
                (node, item) -> texts(node)
                        .flatMap(BETWEEN::splitAsStream)
                        .map(String::strip)
                        .map(TextNode::valueOf);
        };
    }

    private static Stream<String> texts(JsonNode node) {
        return entries(node)
                .filter(entry -> entry.isValueNode() && !entry.isNull())
                .map(UntrustedJson::text);
    }
}
