/** How systems downstream reach the embedded broker: their port, logins, rights, and what is refused. */
@NullMarked
package io.redress.broker.downstream;

import org.jspecify.annotations.NullMarked;
