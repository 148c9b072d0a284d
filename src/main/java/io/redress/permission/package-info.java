/** Who may do what: permissions, the roles that bundle them, and the tickets that they extend to. */
@NullMarked
package io.redress.permission;

import org.jspecify.annotations.NullMarked;
