/** The durable part of reading news from systems downstream. */
package io.redress.ledger.news;
