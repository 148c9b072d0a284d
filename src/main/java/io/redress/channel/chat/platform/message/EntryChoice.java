package io.redress.channel.chat.platform.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.mapping.json.ValuePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A list beside the messages of a request, of which some entries belong to one message: in {@code
 * entry.changes.value.contacts[wa_id=@from]} those contacts whose {@code wa_id} is its {@code from}.
 *
 * @param list the way down to it from the top of the request
 * @param belongs whether an entry belongs to a message
 */
public record EntryChoice(List<String> list, BiPredicate<JsonNode, JsonNode> belongs) {

    /** That of a path from the top of a request; null where it chooses from no list by a value of the message. */
    static @Nullable EntryChoice in(String path) {
        var list = new ArrayList<String>();
        for (String part : ValuePath.parts(path)) {
            int brackets = part.indexOf('[');
            list.add(brackets < 0 ? part : part.substring(0, brackets));
            BiPredicate<JsonNode, JsonNode> belongs =
                    part.contains("=@") ? ValuePath.choiceByItem(part.substring(brackets)) : null;
            if (belongs != null) {
                return new EntryChoice(List.copyOf(list), belongs);
            }
        }
        return null;
    }

    /** The item, whose lists have no entries but its own: other customers' names and numbers are none of its business. */
    static PlatformItem own(PlatformItem item, Collection<EntryChoice> choices) {
        Map<List<String>, BiPredicate<JsonNode, JsonNode>> lists = new LinkedHashMap<>();
        choices.forEach(choice -> lists.merge(choice.list(), choice.belongs(), BiPredicate::or));
        ObjectNode top = item.top();
        for (var list : lists.entrySet()) {
            top = (ObjectNode) own(top, list.getKey(), entry -> list.getValue().test(entry, item.message()));
        }
        return new PlatformItem(top, item.message());
    }

    private static JsonNode own(JsonNode node, List<String> way, Predicate<JsonNode> belongs) {
        if (node.isArray()) {
            var entries = JsonNodeFactory.instance.arrayNode();
            node.valueStream()
                    .filter(entry -> !way.isEmpty() || belongs.test(entry))
                    .forEach(entry -> entries.add(own(entry, way, belongs)));
            return entries;
        }
        JsonNode child = way.isEmpty() ? null : node.get(way.get(0));
        if (child == null) {
            return node;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        copy.setAll((ObjectNode) node);
        copy.set(way.get(0), own(child, way.subList(1, way.size()), belongs));
        return copy;
    }
}
