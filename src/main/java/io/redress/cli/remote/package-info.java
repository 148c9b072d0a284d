/** Commands that call the running hub's API. */
@NullMarked
package io.redress.cli.remote;

import org.jspecify.annotations.NullMarked;
