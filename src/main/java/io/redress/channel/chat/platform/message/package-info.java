/** The messages of chat platforms: where their parts are, as descriptions say. */
@NullMarked
package io.redress.channel.chat.platform.message;

import org.jspecify.annotations.NullMarked;
