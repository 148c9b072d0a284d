package io.redress.reply;

import org.jspecify.annotations.Nullable;

/**
 * What to send to a customer, and by which way; exactly one of the three.
 *
 * @param channel the channel that the customer used
 * @param none why nothing is sent
 * @param withheld whether nothing is to be sent by another way either
 */
public record Reply(
        String channel,
        @Nullable OutgoingMail mail,
        @Nullable ChatReply chat,
        @Nullable String none,
        boolean withheld) {

    public static Reply by(String channel, OutgoingMail mail) {
        return new Reply(channel, mail, null, null, false);
    }

    public static Reply by(String channel, ChatReply chat) {
        return new Reply(channel, null, chat, null, false);
    }

    /** The customer cannot be reached by this way. */
    public static Reply none(String channel, String reason) {
        return new Reply(channel, null, null, reason, false);
    }

    /** The customer is not to get it at all. */
    public static Reply withheld(String channel, String reason) {
        return new Reply(channel, null, null, reason, true);
    }

    /** The platform of a chat, the part of the handle before its colon; empty for a mail. */
    public String platform() {
        return chat == null
                ? ""
                : chat.handle().substring(0, Math.max(0, chat.handle().indexOf(':')));
    }

    /** Whom it goes to; empty when nothing is sent. */
    public String recipient() {
        return mail != null ? mail.recipient() : chat != null ? chat.handle() : "";
    }
}
