/** The audit log: every operation that reads personal data or acts leaves an entry; and the log itself, searched and exported. */
@NullMarked
package io.redress.api.audit;

import org.jspecify.annotations.NullMarked;
