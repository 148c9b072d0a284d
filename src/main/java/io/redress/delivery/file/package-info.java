/** Delivery by files. */
package io.redress.delivery.file;
