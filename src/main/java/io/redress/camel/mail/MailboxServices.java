package io.redress.camel.mail;

import io.redress.channel.ChannelProblems;
import io.redress.channel.mailbox.MailRegisters;
import io.redress.channel.mailbox.UnfetchedMail;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What all mailboxes of the hub share.
 *
 * @param items gives the id and the number under which a mail that is set aside stands in the ledger
 * @param transaction in which mails of one group are handed off
 */
public record MailboxServices(
        MailRegisters registers,
        ChannelProblems problems,
        Supplier<UnfetchedMail.Item> items,
        Clock clock,
        HandOffTransaction transaction) {}
