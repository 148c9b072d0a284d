/** Chat platforms as files of {@code config/platforms} describe them: how their requests are proven, opened and read. */
@NullMarked
package io.redress.channel.chat.platform;

import org.jspecify.annotations.NullMarked;
