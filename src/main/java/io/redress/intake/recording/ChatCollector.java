package io.redress.intake.recording;

import io.redress.intake.ChatMessage;

/** Keeps the messages of a chat until the customer has been quiet; runs inside the recorder's transaction. */
public interface ChatCollector {

    /** The format of an item that is a whole conversation; its id is the conversation's. */
    String FORMAT = "conversation";

    /** Adds a message to the open conversation of its customer, or begins one. */
    void collect(String itemId, String channel, ChatMessage message);

    /** Says that a conversation became a ticket, and with it the items that were its messages. */
    void ticketed(String conversationId, String ticketNumber);
}
