package io.redress.channel.chat.platform.outbound;

import io.redress.delivery.dialogue.Dialogue;
import io.redress.delivery.dialogue.DialogueResponse;
import io.redress.mapping.json.ValuePath;
import io.redress.reply.ReplyDelayed;
import io.redress.reply.ReplyRefused;
import io.redress.reply.SentMessage;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a text gets to a customer.
 *
 * @param template for messages after the window; null where the platform has none
 * @param customers whose ids may be written to; null for all
 * @param limit of a text; null for none
 * @param segments of a text message that a text may take; 0 where it is not a text message
 * @param codes settings by what a message says, with {@code *} for all others; their value is {@code {code}}
 * @param messageId in the answer, the platform's id of the message; null where it gives none
 * @param window after a customer's message, in which it may be answered; null where there is none
 */
record SendRule(
        RequestTemplate call,
        @Nullable RequestTemplate template,
        @Nullable Pattern customers,
        @Nullable TextLimit limit,
        int segments,
        Map<String, String> codes,
        @Nullable ValuePath messageId,
        @Nullable MessagingWindow window,
        AnswerMeanings answers) {

    private static final int LONGEST_ID = 200;

    /** The platform's id of a message, in the answer to it; null where it gives none. */
    @Nullable
    String idIn(DialogueResponse response) {
        return messageId == null
                ? null
                : messageId.values(response.content()).stream()
                        .filter(id -> !id.isBlank() && id.length() <= LONGEST_ID)
                        .findFirst()
                        .orElse(null);
    }

    /** The end of the dialogue that sent a message in so many parts, or why it did not. */
    Dialogue answered(DialogueResponse response, int segments) {
        String words = "the platform answered with " + answers.words(response);
        return switch (answers.of(response)) {
            case DONE -> Dialogue.ended(new SentMessage(idIn(response), segments));
            case NEVER -> throw new ReplyRefused(words);
            case EXPIRED, LATER -> throw new ReplyDelayed(words, answers.pause(response));
        };
    }
}
