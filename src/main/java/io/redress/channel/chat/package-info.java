/** Chat platforms and webhooks to complaints: proof of the sender, events, conversations. */
@NullMarked
package io.redress.channel.chat;

import org.jspecify.annotations.NullMarked;
