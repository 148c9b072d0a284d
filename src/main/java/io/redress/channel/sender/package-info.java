/** Senders of webhooks: how each proves itself, and what its calls look like; the files of {@code config/senders}. */
@NullMarked
package io.redress.channel.sender;

import org.jspecify.annotations.NullMarked;
