/** What one look at the bytes of a file tells. */
@NullMarked
package io.redress.channel.callcenter.scan;

import org.jspecify.annotations.NullMarked;
