/** Keys of the API: what they look like, what they permit, until when, and who made and withdrew them. */
@NullMarked
package io.redress.apikey;

import org.jspecify.annotations.NullMarked;
