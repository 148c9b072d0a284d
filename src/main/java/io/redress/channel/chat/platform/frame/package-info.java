/** What the frames of a stream mean, as files of {@code config/platforms} describe them. */
@NullMarked
package io.redress.channel.chat.platform.frame;

import org.jspecify.annotations.NullMarked;
