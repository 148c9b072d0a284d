package io.redress.reply.outgoing;

import io.redress.due.DueOrder;
import io.redress.intake.SenderVerification;
import io.redress.mapping.PhoneNumbers;
import io.redress.reply.CustomerMessages;
import io.redress.reply.CustomerNotifications;
import io.redress.reply.MailLimits.Limit;
import io.redress.reply.MailTemplates;
import io.redress.reply.MessageContent;
import io.redress.reply.ReplySender;
import io.redress.reply.SentMessage;
import io.redress.reply.StaffMails;
import io.redress.reply.receipt.DeliveryReceipt;
import io.redress.reply.receipt.ReceiptListener;
import io.redress.reply.receipt.ReceiptState;
import io.redress.reply.sms.SmsOptOuts;
import io.redress.reply.sms.SmsSubscription;
import io.redress.standing.OwnMessageIds;
import io.redress.status.StatusLinkStates;
import io.redress.status.StatusLinks;
import io.redress.status.StatusToken;
import io.redress.testing.SetClock;
import io.redress.ticket.Channel;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Links;
import io.redress.ticket.Priority;
import io.redress.ticket.Product;
import io.redress.ticket.ServiceLevel;
import io.redress.ticket.Ticket;
import io.redress.ticket.Triage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Messages about one ticket, whose ports are kept in memory. */
abstract class MessageMemory {

    static final String TICKET = "R-261121-7K3M9Q";
    static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");
    static final int PER_HOUR = 5;
    static final int PER_DAY = 3;

    private static final MessageLimits LIMITS = new MessageLimits(PER_HOUR, PER_DAY);

    private static final ReplySender SENDER =
            new ReplySender("complaints@redress.test", "", ZoneId.of("Asia/Shanghai"), "zh-Hans");

    final SetClock clock = new SetClock(NOW);
    final List<String> history = new ArrayList<>();
    final List<Limit> heldBack = new ArrayList<>();
    final Tickets tickets = new Tickets();
    final Work work = new Work();
    final Strangers strangers = new Strangers();
    final Windows windows = new Windows();
    final OptOuts optOuts = new OptOuts();
    final Sent sent = new Sent();
    ReplyRules rules = rules(List.of(OtherWay.values()), Optional.of("sms"));

    final CustomerReplies replies = new CustomerReplies(
            new CustomerMessages(
                    new MailTemplates(Path.of("config/templates")),
                    SENDER,
                    (category, language) -> category,
                    List.of(CustomerMessages.ACKNOWLEDGEMENT, CustomerNotifications.UPDATE)),
            new StatusLinks(URI.create("https://help.example.com"), new StatusToken(new byte[32])),
            number -> new StatusLinkStates.LinkState(0, true),
            new OwnMessageIds(new byte[32]),
            windows,
            () -> rules,
            new SmsPolicy(() -> rules, optOuts, work, sent, new PhoneNumbers("CN"), heldBack::add, clock),
            clock);

    final MessageReceipts receipts = new MessageReceipts(tickets, work, replies, sent, sent);

    final MessageService messages = new MessageService(
            tickets,
            strangers,
            new MessageLimit(work, LIMITS, heldBack::add, clock),
            work,
            new Contents(),
            replies,
            new StaffMails(new MailTemplates(Path.of("config/templates")), SENDER, List.of(StaffMails.ESCALATION)),
            receipts,
            LIMITS,
            clock);

    static ReplyRules rules(List<OtherWay> ways, Optional<String> smsChannel) {
        return new ReplyRules(ways, smsChannel, new SmsLimits(List.of("+86"), true, 5, 200));
    }

    static DueOrder order(String kind) {
        return new DueOrder("0b8e4b0e-9d5c-4a7e-8f6a-2b1c4d5e6f70", kind, TICKET, "", "token", 2);
    }

    /** A ticket of channel {@code inbox}. */
    final class Tickets implements MessageTickets {

        SenderVerification proof = SenderVerification.PROVED;
        private String kind = "email";
        private Customer customer = new Customer("Li", List.of(), List.of("li@example.com"), List.of(), null);

        void comeBy(String channelKind, List<String> emails, List<String> handles) {
            comeBy(channelKind, List.of(), emails, handles);
        }

        void comeBy(String channelKind, List<String> phones, List<String> emails, List<String> handles) {
            kind = channelKind;
            customer = new Customer("Li", phones, emails, handles, null);
        }

        @Override
        public Ticket opened(String number) {
            return new Ticket(
                    number,
                    NOW,
                    new Channel("inbox", kind, "0195"),
                    customer,
                    Product.unknown(),
                    new Complaint("door", "It does not close.", "en", null, null, List.of()),
                    new Triage("quality", 0.9, null, 0, false, Priority.NORMAL, null, List.of()),
                    new ServiceLevel("general", NOW, NOW),
                    "desk",
                    Links.none(),
                    List.of(),
                    List.of());
        }

        @Override
        public TicketSender sender(String number) {
            return new TicketSender(proof, null, "source");
        }

        @Override
        public void happened(String number, String what, String why) {
            history.add(what + ": " + why);
        }
    }

    static final class Windows implements ChatWindows {

        Optional<String> closed = Optional.empty();
        boolean template;

        @Override
        public Optional<String> closed(String handle) {
            return closed;
        }

        @Override
        public boolean hasTemplate(String channel, String handle) {
            return template;
        }
    }

    static final class OptOuts implements SmsOptOuts {

        final Set<String> out = new HashSet<>();

        @Override
        public void set(SmsSubscription subscription) {
            out.add(subscription.number());
        }

        @Override
        public boolean isOut(String number) {
            return out.contains(number);
        }
    }

    static final class Sent implements SentMessages, ReceiptListener {

        int inTheHour;

        @Nullable
        DeliveryReceipt early;

        final List<String> noted = new ArrayList<>();

        @Override
        public Optional<DeliveryReceipt> sent(DueOrder order, String channel, SentMessage message) {
            noted.add(channel + " " + message.id());
            return Optional.ofNullable(early);
        }

        @Override
        public int segmentsSince(String channel, Instant since) {
            return inTheHour;
        }

        @Override
        public void received(String channel, ReceiptState state, boolean known) {}

        @Override
        public void segmentsSent(String channel, int segments) {
            noted.add(segments + " segments");
        }
    }

    static final class Work implements MessageWork {

        /** How many were done before. */
        int before;

        final List<String> calls = new ArrayList<>();

        @Override
        public void done(DueOrder order, String recipient) {
            calls.add("done for " + recipient);
        }

        @Override
        public void skip(DueOrder order, String reason) {
            calls.add("skipped: " + reason);
        }

        @Override
        public boolean failed(DueOrder order, String error, @Nullable Duration pause) {
            calls.add("failed: " + error + (pause == null ? "" : ", pause " + pause));
            return false;
        }

        @Override
        public void planAgain(DueOrder order, String variant, String argument) {
            calls.add("planned again by " + variant + ": " + argument);
        }

        @Override
        public int countDone(String kind, String recipient, Instant since) {
            return before;
        }

        @Override
        public int countDoneOf(String kind, String ticketNumber, Instant after) {
            return before;
        }
    }

    static final class Contents implements MessageContents {
        @Override
        public MessageContent content(DueOrder order) {
            return new MessageContent("update", Map.of("kind", "solved", "note", "", "remedy", "new door"), Map.of());
        }

        @Override
        public ToStaff toStaff(DueOrder order) {
            var texts = Map.of("type", "breach", "clock", "resolution", "number", TICKET, "role", "desk", "due", "");
            return new ToStaff(order.argument(), new MessageContent("escalation", texts, Map.of()));
        }
    }

    static final class Strangers implements UnprovedSenderLimit {

        boolean limited = true;

        @Nullable
        Limit reached;

        final List<String> asked = new ArrayList<>();

        @Override
        public boolean isLimited() {
            return limited;
        }

        @Override
        public Optional<Limit> admit(DueOrder order, String recipient, @Nullable String source) {
            asked.add(recipient + " from " + source);
            return Optional.ofNullable(reached);
        }
    }
}
