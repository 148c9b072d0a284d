/** Customers who come by the shop's own app: its signed tokens say whose tickets they may see. */
@NullMarked
package io.redress.security.app;

import org.jspecify.annotations.NullMarked;
