/** Events of the hub for other systems: who subscribed to which, and how each is signed, sent and tried again. */
@NullMarked
package io.redress.event;

import org.jspecify.annotations.NullMarked;
