/** Encryption at rest by the API: its keys, and rewriting what an older one encrypted. */
@NullMarked
package io.redress.api.encryption;

import org.jspecify.annotations.NullMarked;
