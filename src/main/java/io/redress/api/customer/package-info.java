/** What the shop's own app asks for its customers. */
@NullMarked
package io.redress.api.customer;

import org.jspecify.annotations.NullMarked;
