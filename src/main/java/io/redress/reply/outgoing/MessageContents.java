package io.redress.reply.outgoing;

import io.redress.due.DueOrder;
import io.redress.reply.MessageContent;

/** What planned messages are to say. */
public interface MessageContents {

    /** A mail to one of those who have a role. */
    record ToStaff(String address, MessageContent content) {}

    /** Of a message of kind {@link MessageWork#MESSAGE}. */
    MessageContent content(DueOrder order);

    /** Of a mail of kind {@link MessageWork#STAFF_MAIL}. */
    ToStaff toStaff(DueOrder order);
}
