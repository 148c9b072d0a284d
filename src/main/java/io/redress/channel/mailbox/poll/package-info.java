/** A poll of a mailbox: which mails are fetched together, handed off, written down, marked, and tried again later. */
@NullMarked
package io.redress.channel.mailbox.poll;

import org.jspecify.annotations.NullMarked;
