/** The command {@code check}: all checks of a working folder, once or after each edit. */
@NullMarked
package io.redress.cli.check;

import org.jspecify.annotations.NullMarked;
