/** The console's board for operations: channels, queues, targets, incidents, and what failed. */
@NullMarked
package io.redress.console.operation;

import org.jspecify.annotations.NullMarked;
