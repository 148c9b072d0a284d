/** Delivery by HTTP: what is asked, and what the answers mean. */
package io.redress.delivery.http;
