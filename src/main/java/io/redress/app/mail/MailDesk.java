package io.redress.app.mail;

import io.redress.channel.ChannelTroubles;
import io.redress.channel.mailbox.MailRegisters;
import io.redress.channel.mailbox.MissedMail;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What all mailboxes of the hub share.
 *
 * @param items gives the id and the number under which a mail that is set aside stands in the ledger
 */
public record MailDesk(
        MailRegisters registers, ChannelTroubles troubles, Supplier<MissedMail.Item> items, Clock clock) {}
