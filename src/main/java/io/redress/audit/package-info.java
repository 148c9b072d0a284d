/** Who signed in, read personal data, exported or acted: entries that are chained by their hashes, and their verification. */
@NullMarked
package io.redress.audit;

import org.jspecify.annotations.NullMarked;
