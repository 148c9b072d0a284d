package io.redress.reply;

import java.util.Map;

/**
 * A text for a customer on a chat platform.
 *
 * @param id the same whenever this reply is tried again
 * @param handle whom it goes to, {@code <platform>:<id>} as in {@link io.redress.ticket.Customer#handles()}
 * @param text plain text; a platform's sink cuts what is too long for it
 * @param asTemplate whether it must go in the form that the platform has approved, as its window for free text is closed
 * @param facts for platforms that only take approved wordings, by name: {@code message} (what it is about), {@code ticket} (its
 *     number), {@code link} and {@code link-path} (where its status is); nothing that anybody wrote
 */
public record ChatReply(String id, String handle, String text, boolean asTemplate, Map<String, String> facts) {

    public ChatReply {
        facts = Map.copyOf(facts);
    }

    /** Free text. */
    public ChatReply(String id, String handle, String text) {
        this(id, handle, text, false, Map.of());
    }
}
