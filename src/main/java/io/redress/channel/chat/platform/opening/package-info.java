/** Opens what chat platforms seal. */
@NullMarked
package io.redress.channel.chat.platform.opening;

import org.jspecify.annotations.NullMarked;
