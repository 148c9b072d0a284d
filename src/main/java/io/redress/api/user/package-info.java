/** Users, and who asks. */
@NullMarked
package io.redress.api.user;

import org.jspecify.annotations.NullMarked;
