/** HTML of strangers as plain text. */
@NullMarked
package io.redress.html;

import org.jspecify.annotations.NullMarked;
