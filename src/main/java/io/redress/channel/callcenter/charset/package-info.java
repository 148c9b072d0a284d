/** The charset of a file that does not declare one. */
@NullMarked
package io.redress.channel.callcenter.charset;

import org.jspecify.annotations.NullMarked;
