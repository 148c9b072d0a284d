package io.redress.standing;

import io.redress.intake.SenderVerification;
import io.redress.ticket.Customer;
import java.util.List;

/**
 * Who sent an arrival, as the arrival says, and what the channel proved of it.
 *
 * @param channel the channel's name
 * @param kind {@code email}, {@code web-form}, {@code call-center} or {@code chat}
 * @param emails of a mail the addresses of From and Reply-To, and no other
 */
public record Sender(
        String channel,
        String kind,
        SenderVerification proof,
        List<String> phones,
        List<String> emails,
        List<String> handles) {

    public Sender {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
        handles = List.copyOf(handles);
    }

    public static Sender of(String channel, String kind, SenderVerification proof, Customer customer) {
        return new Sender(channel, kind, proof, customer.statedPhones(), customer.emails(), customer.handles());
    }

    boolean isMail() {
        return kind.equals("email");
    }

    /** Only a form's channel checks status links. */
    boolean isForm() {
        return kind.equals("web-form");
    }

    boolean isChat() {
        return kind.equals("chat");
    }
}
