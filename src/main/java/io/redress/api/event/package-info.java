/** Subscriptions to events: made, changed, tested, replayed. */
@NullMarked
package io.redress.api.event;

import org.jspecify.annotations.NullMarked;
