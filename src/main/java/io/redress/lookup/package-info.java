/**
 * The Content Enricher: what other systems know of a customer or an order, asked before a complaint is judged. A system
 * that is slow or away never delays one: the ticket says what could not be looked up, and is completed later.
 */
package io.redress.lookup;
