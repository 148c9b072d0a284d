/** People who sign in to the hub: who they are, how they prove it, and who may change them. */
@NullMarked
package io.redress.user;

import org.jspecify.annotations.NullMarked;
