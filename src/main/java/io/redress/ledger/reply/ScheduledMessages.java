package io.redress.ledger.reply;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.due.DueOrder;
import io.redress.ledger.StoredJson;
import io.redress.ledger.due.DueWork;
import io.redress.reply.MessageContent;
import io.redress.reply.Messages;
import io.redress.reply.outgoing.MessageContents;
import io.redress.reply.outgoing.OtherWay;
import io.redress.servicelevel.Role;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Messages that wait in the ledger until they are due. */
public final class ScheduledMessages implements Messages, MessageContents {

    private final DueWork due;
    private final StoredJson json;
    private final Function<String, List<String>> addresses;

    /** @param addresses the mail addresses of a {@link Role}; empty when it has none */
    public ScheduledMessages(DueWork due, ObjectMapper json, Function<String, List<String>> addresses) {
        this.due = due;
        this.json = new StoredJson(json);
        this.addresses = addresses;
    }

    @Override
    public void toCustomer(String ticketNumber, String key, MessageContent content, Instant at) {
        due.plan(DueWork.MESSAGE, ticketNumber, key, at, json.written(content));
    }

    @Override
    public void toRole(String ticketNumber, String key, String role, MessageContent content, Instant at) {
        for (String address : addresses.apply(role)) {
            due.plan(
                    DueWork.STAFF_MAIL,
                    ticketNumber,
                    key + "/" + address,
                    at,
                    json.written(new ToStaff(address, content)));
        }
    }

    @Override
    public MessageContent content(DueOrder order) {
        return json.read(OtherWay.argument(order), MessageContent.class);
    }

    @Override
    public ToStaff toStaff(DueOrder order) {
        return json.read(order.argument(), ToStaff.class);
    }
}
