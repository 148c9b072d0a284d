/** Route files that were edited: checked, loaded in place of their former version, or refused while that one goes on. */
@NullMarked
package io.redress.routes.reload;

import org.jspecify.annotations.NullMarked;
