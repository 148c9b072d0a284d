/** Opens what chat platforms seal. */
@NullMarked
package io.redress.channel.chat.platform.decryption;

import org.jspecify.annotations.NullMarked;
