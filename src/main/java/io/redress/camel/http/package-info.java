/** What Camel is given for HTTP: the answers of channels. */
@NullMarked
package io.redress.camel.http;

import org.jspecify.annotations.NullMarked;
