package io.redress.channel.chat.platform.outbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.delivery.dialogue.DialogueResponse;
import io.redress.mapping.json.ValuePath;
import io.redress.mapping.json.ValueSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages that a platform kept.
 *
 * @param items in the platform's order
 * @param cursor where the next page begins
 * @param more whether there is one now
 */
public record PulledPage(List<ObjectNode> items, String cursor, boolean more) {

    public PulledPage {
        items = List.copyOf(items);
    }

    static PulledPage of(OutboundRules.PullRule pull, DialogueResponse response, String before) {
        var items = new ArrayList<ObjectNode>();
        response.content().path(pull.items()).forEach(item -> {
            if (item instanceof ObjectNode object) {
                items.add(object);
            }
        });
        ValueSource values = name -> {
            ValuePath path = ValuePath.parse(name);
            return path == null ? List.of() : path.values(response.content());
        };
        return new PulledPage(
                items,
                pull.cursor().values(response.content()).stream().findFirst().orElse(before),
                pull.more().meets(values));
    }
}
