/** The Camel component {@code chat-stream}: connections that the hub opens to chat platforms, as options of routes. */
@NullMarked
package io.redress.camel.chat;

import org.jspecify.annotations.NullMarked;
