/** The Camel component {@code mail-server}: mailboxes and servers to send by, as options of routes. */
@NullMarked
package io.redress.camel.mail;

import org.jspecify.annotations.NullMarked;
