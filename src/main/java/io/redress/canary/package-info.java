/** Canaries: marked items that the hub sends to its own channels, to know that each still takes in what comes. */
@NullMarked
package io.redress.canary;

import org.jspecify.annotations.NullMarked;
