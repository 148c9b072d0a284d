/** Files of {@code config/mappings/targets}: from the canonical ticket to a target's fields, and back. */
package io.redress.delivery.mapping;
