/** Signing in by OpenID providers: Spring Security's OAuth 2.0 login, led into the sessions of the console. */
@NullMarked
package io.redress.security.oidc;

import org.jspecify.annotations.NullMarked;
