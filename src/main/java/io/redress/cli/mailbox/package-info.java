/** An administrator logs in at a mailbox. */
@NullMarked
package io.redress.cli.mailbox;

import org.jspecify.annotations.NullMarked;
