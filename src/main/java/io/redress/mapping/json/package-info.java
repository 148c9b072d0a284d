/** JSON and XML of strangers, and the names by which mappings and descriptions of senders find values in it. */
@NullMarked
package io.redress.mapping.json;

import org.jspecify.annotations.NullMarked;
