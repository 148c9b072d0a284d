/** The HTTP client that sends events: it reaches permitted addresses only, follows nothing and reads little. */
@NullMarked
package io.redress.camel.event;

import org.jspecify.annotations.NullMarked;
