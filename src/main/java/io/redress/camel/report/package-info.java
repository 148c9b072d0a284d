/** Documents by Camel's FOP component. */
@NullMarked
package io.redress.camel.report;

import org.jspecify.annotations.NullMarked;
