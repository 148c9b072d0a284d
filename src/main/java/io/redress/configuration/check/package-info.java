/** What {@code check} looks at besides routes: every part of the configuration, read as the hub reads it. */
@NullMarked
package io.redress.configuration.check;

import org.jspecify.annotations.NullMarked;
