/** Sessions of people who signed in: their cookies, who acts in them, and their end. */
@NullMarked
package io.redress.security.session;

import org.jspecify.annotations.NullMarked;
