/** Who may call what over HTTP: API keys, their check, and a log of their use. */
@NullMarked
package io.redress.security;

import org.jspecify.annotations.NullMarked;
