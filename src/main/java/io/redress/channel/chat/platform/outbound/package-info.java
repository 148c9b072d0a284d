/** What the hub asks of chat platforms: tokens, messages to customers, files, and messages that a platform keeps until they are pulled. */
@NullMarked
package io.redress.channel.chat.platform.outbound;

import org.jspecify.annotations.NullMarked;
