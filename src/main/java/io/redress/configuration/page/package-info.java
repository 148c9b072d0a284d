/** Spring configuration of the pages that customers open. */
@NullMarked
package io.redress.configuration.page;

import org.jspecify.annotations.NullMarked;
