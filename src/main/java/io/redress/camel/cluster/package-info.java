/** Camel's cluster service over the leader's lease, and the policy of routes that only the leader runs. */
@NullMarked
package io.redress.camel.cluster;

import org.jspecify.annotations.NullMarked;
