/** What Camel is given for deliveries: targets by their routes, their threads and errors. */
@NullMarked
package io.redress.camel.delivery;

import org.jspecify.annotations.NullMarked;
