/** Writes the responses of channels to Camel's exchanges. */
@NullMarked
package io.redress.camel.http;

import org.jspecify.annotations.NullMarked;
