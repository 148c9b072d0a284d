/** The console's first page: the latest arrivals and how the hub is. */
@NullMarked
package io.redress.console.home;

import org.jspecify.annotations.NullMarked;
