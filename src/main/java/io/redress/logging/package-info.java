/** What the log says and does not say: item and ticket of each line, and masked numbers of persons. */
@NullMarked
package io.redress.logging;

import org.jspecify.annotations.NullMarked;
