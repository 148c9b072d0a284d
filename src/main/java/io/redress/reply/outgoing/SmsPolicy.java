package io.redress.reply.outgoing;

import io.redress.mapping.PhoneNumbers;
import io.redress.reply.MailLimitListener;
import io.redress.reply.MailLimits.Limit;
import io.redress.reply.Reply;
import io.redress.reply.sms.SmsOptOuts;
import io.redress.ticket.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who may be written a text message, and when. */
public final class SmsPolicy {

    /** Of who is known by a phone number; the ids of chat platforms have no plus sign. */
    private static final Pattern HANDLE = Pattern.compile("[^:]+:(?:[^/]+/)?(\\+[1-9][0-9]{6,14})");

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private final Supplier<ReplyRules> rules;
    private final SmsOptOuts optOuts;
    private final MessageWork work;
    private final SentMessages sent;
    private final PhoneNumbers phones;
    private final MailLimitListener listener;
    private final Clock clock;

    public SmsPolicy(
            Supplier<ReplyRules> rules,
            SmsOptOuts optOuts,
            MessageWork work,
            SentMessages sent,
            PhoneNumbers phones,
            MailLimitListener listener,
            Clock clock) {
        this.rules = rules;
        this.optOuts = optOuts;
        this.work = work;
        this.sent = sent;
        this.phones = phones;
        this.listener = listener;
        this.clock = clock;
    }

    /** The number of a ticket's customer that text messages go to: one that the customer stated; empty when there is none. */
    Optional<String> number(Ticket ticket) {
        return ticket.customer().statedPhones().stream()
                .filter(number -> E164.matcher(number).matches())
                .filter(number -> rules.get().sms().allow(number) && phones.isMobile(number))
                .findFirst();
    }

    /** Whether customers without a mail address get text messages. */
    boolean servesPhoneOnly() {
        return rules.get().servesPhoneOnly();
    }

    /** The reply, or why it does not go out, for one who is known by a phone number. */
    Reply judged(Reply reply) {
        Matcher handle = HANDLE.matcher(reply.recipient());
        return handle.matches() ? judged(reply, handle.group(1)) : reply;
    }

    private Reply judged(Reply reply, String number) {
        if (optOuts.isOut(number)) {
            return Reply.none(reply.channel(), "the owner of the number wants no text messages");
        }
        Instant now = clock.instant();
        Instant yesterday = now.minus(Duration.ofDays(1));
        SmsLimits limits = rules.get().sms();
        int toNumber = work.countDone(MessageWork.ACKNOWLEDGEMENT, reply.recipient(), yesterday)
                + work.countDone(MessageWork.MESSAGE, reply.recipient(), yesterday);
        if (toNumber >= limits.perNumberPerDay()) {
            listener.heldBack(Limit.SMS_NUMBER);
            return Reply.withheld(reply.channel(), Limit.SMS_NUMBER.words());
        }
        if (sent.segmentsSince(reply.channel(), now.minus(Duration.ofHours(1))) >= limits.perHour()) {
            listener.heldBack(Limit.SMS_HOUR);
            return Reply.none(reply.channel(), Limit.SMS_HOUR.words());
        }
        return reply;
    }
}
