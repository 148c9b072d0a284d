/** Streams of chat platforms: WebSockets that the hub opens, and through which a platform sends messages. */
@NullMarked
package io.redress.channel.chat.platform.stream;

import org.jspecify.annotations.NullMarked;
