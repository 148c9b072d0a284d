/** The charset of a text whose declaration is missing, unknown or wrong. */
@NullMarked
package io.redress.channel.email.charset;

import org.jspecify.annotations.NullMarked;
