/** How senders of webhooks and chat platforms prove their requests: signatures, digests and secrets, as descriptions name them. */
@NullMarked
package io.redress.channel.proof;

import org.jspecify.annotations.NullMarked;
