/** Targets and their deliveries by the API. */
@NullMarked
package io.redress.api.delivery;

import org.jspecify.annotations.NullMarked;
