/** The search box. */
@NullMarked
package io.redress.api.search;

import org.jspecify.annotations.NullMarked;
