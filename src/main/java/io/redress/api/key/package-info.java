/** Keys of the API: listed, made, withdrawn. */
@NullMarked
package io.redress.api.key;

import org.jspecify.annotations.NullMarked;
