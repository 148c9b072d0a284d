/** Personal data by the API: found, exported, erased, held, and removed with age. */
@NullMarked
package io.redress.api.privacy;

import org.jspecify.annotations.NullMarked;
