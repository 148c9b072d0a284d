/** How the hub runs, by the API: channels, queues, routes, incidents. */
@NullMarked
package io.redress.api.operation;

import org.jspecify.annotations.NullMarked;
