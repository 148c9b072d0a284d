/** Pages on which people sign in, look after their own access, and administer users. */
@NullMarked
package io.redress.console.account;

import org.jspecify.annotations.NullMarked;
