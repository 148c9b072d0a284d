/**
 * Tryton 6 by JSON-RPC: a {@code sale.complaint} for each of our tickets, with our number as its reference, and a party for
 * its customer.
 */
package io.redress.delivery.tryton;
