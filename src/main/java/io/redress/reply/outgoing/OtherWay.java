package io.redress.reply.outgoing;

import io.redress.due.DueOrder;
import io.redress.ticket.KeyedEnum;
import java.util.Optional;

/** Ways to a customer who cannot be answered by the channel that was used. */
public enum OtherWay implements KeyedEnum {
    /** On the same platform, in the form that it has approved. */
    TEMPLATE,
    /** A text message to the customer's first phone number. */
    SMS,
    /** A mail to the customer's first address. */
    MAIL;

    private static final String MARK = "by=";
    private static final char END = ';';

    /** The way by which a message is to go; empty for the channel that the customer used. */
    public static Optional<OtherWay> of(DueOrder order) {
        String argument = order.argument();
        int end = argument.indexOf(END);
        return argument.startsWith(MARK) && end > 0
                ? Optional.ofNullable(KeyedEnum.of(OtherWay.class, argument.substring(MARK.length(), end)))
                : Optional.empty();
    }

    /** What the planner of a message gave along, without the way. */
    public static String argument(DueOrder order) {
        return of(order).isPresent()
                ? order.argument().substring(order.argument().indexOf(END) + 1)
                : order.argument();
    }

    /** The argument of the same message by this way. */
    String argumentOf(DueOrder order) {
        return MARK + key() + END + argument(order);
    }
}
