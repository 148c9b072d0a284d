/** Mailboxes by Microsoft Graph, where IMAP and POP are off. */
@NullMarked
package io.redress.channel.mailbox.graph;

import org.jspecify.annotations.NullMarked;
