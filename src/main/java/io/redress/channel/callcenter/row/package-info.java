/** Rows of a file of any kind, one after the other, and their limits. */
@NullMarked
package io.redress.channel.callcenter.row;

import org.jspecify.annotations.NullMarked;
