/** Figures by the API, as JSON and as a table. */
@NullMarked
package io.redress.api.figures;

import org.jspecify.annotations.NullMarked;
