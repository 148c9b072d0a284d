/** Subscriptions to events on the console. */
@NullMarked
package io.redress.console.event;

import org.jspecify.annotations.NullMarked;
