/** When platforms take messages: how long after a customer's last one, and how many. */
@NullMarked
package io.redress.channel.chat.platform.window;

import org.jspecify.annotations.NullMarked;
