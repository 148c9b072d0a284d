/** Delivery by mail. */
package io.redress.delivery.mail;
