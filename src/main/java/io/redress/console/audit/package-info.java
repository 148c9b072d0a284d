/** The audit log on the console. */
@NullMarked
package io.redress.console.audit;

import org.jspecify.annotations.NullMarked;
