package io.redress.reply;

import java.util.Map;
import java.util.Set;

/**
 * A template that the hub uses, so that it can be checked at the start.
 *
 * @param name as in {@link MessageContent#template()}
 * @param values what it may use besides the ticket's own: {@code number name subject excerpt files category answerBy
 *     statusLink callbackLink sender language}
 * @param chat whether it has a short form for chats
 * @param lists tables that it may use, and the values of their rows; only for staff
 */
public record MessageTemplate(String name, Set<String> values, boolean chat, Map<String, Set<String>> lists) {

    public MessageTemplate(String name, Set<String> values, boolean chat) {
        this(name, values, chat, Map.of());
    }
}
