/** The hub with its wiring and configuration, without anything running: for commands that check and try things out. */
@NullMarked
package io.redress.offline;

import org.jspecify.annotations.NullMarked;
