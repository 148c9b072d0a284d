/** Who of the outside may read and write which queue, and whose word counts for which ticket. */
@NullMarked
package io.redress.access;

import org.jspecify.annotations.NullMarked;
