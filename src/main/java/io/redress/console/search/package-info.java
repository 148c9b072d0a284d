/** What the search box finds. */
@NullMarked
package io.redress.console.search;

import org.jspecify.annotations.NullMarked;
