package io.redress.reply.outgoing;

import io.redress.due.DueOrder;
import io.redress.intake.SenderVerification;
import io.redress.reply.ChatReply;
import io.redress.reply.CustomerMessages;
import io.redress.reply.CustomerMessages.Occasion;
import io.redress.reply.MessageContent;
import io.redress.reply.Reply;
import io.redress.reply.outgoing.MessageTickets.TicketSender;
import io.redress.standing.OwnMessageIds;
import io.redress.status.StatusLinkStates;
import io.redress.status.StatusLinks;
import io.redress.ticket.Ticket;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes messages to a ticket's customer, by the channel that the customer used or by another way. */
public final class CustomerReplies {

    private static final String CHAT = "chat";

    private final CustomerMessages messages;
    private final StatusLinks links;
    private final StatusLinkStates statusLinkStates;
    private final OwnMessageIds ids;
    private final ChatWindows windows;
    private final Supplier<ReplyRules> rules;
    private final SmsPolicy sms;
    private final Clock clock;

    /** @param ids make the Message-IDs of mails to customers */
    public CustomerReplies(
            CustomerMessages messages,
            StatusLinks links,
            StatusLinkStates statusLinkStates,
            OwnMessageIds ids,
            ChatWindows windows,
            Supplier<ReplyRules> rules,
            SmsPolicy sms,
            Clock clock) {
        this.messages = messages;
        this.links = links;
        this.statusLinkStates = statusLinkStates;
        this.ids = ids;
        this.windows = windows;
        this.rules = rules;
        this.sms = sms;
        this.clock = clock;
    }

    /** @param id of the mail, as {@link CustomerMessages#mail} wants it */
    Reply write(DueOrder order, Ticket ticket, TicketSender sender, MessageContent content, String id) {
        Optional<OtherWay> way = OtherWay.of(order);
        if (way.isPresent()) {
            return byWay(way.get(), order, ticket, sender, content, id);
        }
        return isChat(ticket) ? chat(order, ticket, sender, content) : mail(ticket, sender, content, id, false);
    }

    private Reply chat(DueOrder order, Ticket ticket, TicketSender sender, MessageContent content) {
        String channel = ticket.channel().name();
        Optional<String> handle = handle(ticket);
        if (handle.isEmpty()) {
            return Reply.none(channel, "the chat gave no identity to answer to");
        }
        return windows.closed(handle.get())
                .map(reason -> Reply.none(channel, reason))
                .orElseGet(() -> sms.judged(Reply.by(
                        channel, chatReply(order, handle.get(), occasion(ticket, sender, content, false), false))));
    }

    private ChatReply chatReply(DueOrder order, String handle, Occasion occasion, boolean asTemplate) {
        String link = occasion.statusLink();
        var facts = Map.of(
                "message", occasion.content().template(),
                "ticket", occasion.ticket().number(),
                "link", link,
                "link-path", link.substring(link.indexOf('/', link.indexOf("//") + 2) + 1));
        return new ChatReply(order.id(), handle, messages.note(occasion), asTemplate, facts);
    }

    private Reply byWay(
            OtherWay way, DueOrder order, Ticket ticket, TicketSender sender, MessageContent content, String id) {
        if (way == OtherWay.MAIL) {
            return mail(ticket, sender, content, id, true);
        }
        String channel = way == OtherWay.SMS
                ? rules.get().smsChannel().orElse("sms")
                : ticket.channel().name();
        Optional<String> recipient =
                way == OtherWay.SMS ? sms.number(ticket).map(phone -> channel + ":" + phone) : handle(ticket);
        return recipient
                .map(handle -> sms.judged(Reply.by(
                        channel,
                        chatReply(
                                order,
                                handle,
                                occasion(ticket, sender, content, way == OtherWay.SMS),
                                way == OtherWay.TEMPLATE))))
                .orElseGet(() -> Reply.none(channel, "the ticket has no address for " + way.key()));
    }

    /** @param elsewhere whether the customer wrote by another channel: then nothing that was written there is repeated */
    private Reply mail(Ticket ticket, TicketSender sender, MessageContent content, String id, boolean elsewhere) {
        String channel = elsewhere ? OtherWay.MAIL.key() : ticket.channel().name();
        if (sender.proof() == SenderVerification.FAILED) {
            return Reply.none(
                    channel, "the mail's server found that its sender is forged (Authentication-Results: fail)");
        }
        return messages.mail(
                        occasion(ticket, sender, content, elsewhere),
                        ids.signed(ticket.number(), id),
                        sender.messageId(),
                        clock.instant())
                .map(mail -> Reply.by(channel, mail))
                .orElseGet(() -> Reply.none(channel, "the ticket has no e-mail address that can be written to"));
    }

    private Occasion occasion(Ticket ticket, TicketSender sender, MessageContent content, boolean elsewhere) {
        int generation = statusLinkStates.of(ticket.number()).generation();
        return new Occasion(
                ticket,
                !elsewhere && sender.isProvedFor(ticket),
                links.url(ticket.number(), generation),
                links.callbackUrl(ticket.number(), generation),
                content);
    }

    /** The way that is tried when a message could not go by its own; empty when there is none. */
    Optional<OtherWay> next(DueOrder order, Ticket ticket) {
        return left(order, ticket).stream().filter(way -> isOpen(way, ticket)).findFirst();
    }

    private List<OtherWay> left(DueOrder order, Ticket ticket) {
        if (isChat(ticket)) {
            return rules.get().behind(OtherWay.of(order));
        }
        boolean phoneOnly = sms.servesPhoneOnly()
                && OtherWay.of(order).isEmpty()
                && ticket.customer().emails().isEmpty();
        return phoneOnly ? List.of(OtherWay.SMS) : List.of();
    }

    private boolean isOpen(OtherWay way, Ticket ticket) {
        return switch (way) {
            case TEMPLATE ->
                handle(ticket)
                        .filter(handle -> windows.hasTemplate(ticket.channel().name(), handle))
                        .isPresent();
            case SMS ->
                rules.get().smsChannel().isPresent()
                        && !isBySms(ticket)
                        && sms.number(ticket).isPresent();
            case MAIL -> !ticket.customer().emails().isEmpty();
        };
    }

    private static Optional<String> handle(Ticket ticket) {
        return ticket.customer().handles().stream().findFirst();
    }

    /** Whether the customer wrote by the channel of text messages: then it was the first way. */
    private boolean isBySms(Ticket ticket) {
        return rules.get().smsChannel().filter(ticket.channel().name()::equals).isPresent();
    }

    private static boolean isChat(Ticket ticket) {
        return ticket.channel().kind().equals(CHAT);
    }
}
