package io.redress.channel.chat.platform.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.mapping.json.ValueSource;
import java.util.List;

/**
 * One message of a request.
 *
 * @param top the request's body, with this message alone in its lists
 * @param message the message in it
 */
public record PlatformItem(ObjectNode top, JsonNode message) implements ValueSource {

    @Override
    public List<String> values(String name) {
        ItemPath path = ItemPath.parse(name);
        return path == null ? List.of() : path.values(this);
    }
}
