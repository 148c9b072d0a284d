/** Keys of the API on the console: listed, made, withdrawn. */
@NullMarked
package io.redress.console.key;

import org.jspecify.annotations.NullMarked;
