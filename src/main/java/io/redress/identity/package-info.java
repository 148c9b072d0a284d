/** OpenID providers by which people sign in: what config/sign-in.yaml says of them, and what their claims permit. */
@NullMarked
package io.redress.identity;

import org.jspecify.annotations.NullMarked;
