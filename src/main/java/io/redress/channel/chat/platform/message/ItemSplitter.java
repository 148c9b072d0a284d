package io.redress.channel.chat.platform.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one request.
 *
 * @param names the way down to them, such as {@code entry}, {@code changes}, {@code value}, {@code messages}; none where the
 *     request is one message
 * @param choices the lists beside them, of which a message keeps only its own entries
 */
public record ItemSplitter(List<String> names, List<EntryChoice> choices) {

    /**
     * That of a file.
     *
     * @param written names with full stops between them; null for none
     * @param receipts the way down to receipts, of which no message keeps any; null where there are none beside messages
     */
    public static ItemSplitter of(@Nullable String written, MessageFields fields, @Nullable String receipts) {
        var choices = new ArrayList<>(fields.choices());
        if (receipts != null && !receipts.equals(written)) {
            choices.add(new EntryChoice(List.of(receipts.split("\\.")), (entry, message) -> false));
        }
        return new ItemSplitter(written == null ? List.of() : List.of(written.split("\\.")), List.copyOf(choices));
    }

    /** Each message with what stands beside the lists that it is in and belongs to it; at most {@code most} and one more. */
    public List<PlatformItem> split(ObjectNode top, int most) {
        var items = new ArrayList<PlatformItem>();
        for (ObjectNode one : split(top, 0, most + 1)) {
            items.add(EntryChoice.own(item(one), choices));
        }
        return items;
    }

    /** The message of a request that has one, wherever it stands in it; a missing node where there is none. */
    public PlatformItem first(ObjectNode top) {
        List<PlatformItem> items = split(top, 1);
        return items.isEmpty() ? new PlatformItem(top, MissingNode.getInstance()) : items.get(0);
    }

    /** @param top with one entry in each list on the way */
    private PlatformItem item(ObjectNode top) {
        JsonNode message = top;
        for (String name : names) {
            message = message.path(name);
            message = message.isArray() ? message.path(0) : message;
        }
        return new PlatformItem(top, message);
    }

    private List<ObjectNode> split(ObjectNode node, int depth, int most) {
        if (depth == names.size()) {
            return List.of(node);
        }
        String name = names.get(depth);
        JsonNode child = node.path(name);
        var found = new ArrayList<ObjectNode>();
        for (JsonNode element : child.isArray() ? child : List.of(child)) {
            if (element instanceof ObjectNode object && found.size() < most) {
                for (ObjectNode part : split(object, depth + 1, most - found.size())) {
                    found.add(alone(node, name, child.isArray(), part));
                }
            }
        }
        return found;
    }

    private static ObjectNode alone(ObjectNode node, String name, boolean inList, ObjectNode part) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        copy.setAll(node);
        copy.set(name, inList ? JsonNodeFactory.instance.arrayNode().add(part) : part);
        return copy;
    }
}
