/** Pauses for those who guess logins, passwords and codes. */
@NullMarked
package io.redress.user.throttle;

import org.jspecify.annotations.NullMarked;
