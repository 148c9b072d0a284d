/**
 * Request Tracker 5 by its REST 2 API (https://docs.bestpractical.com/rt/5.0.3/RT/REST2.html): a ticket there for each of
 * ours, found by a custom field that holds our number.
 */
package io.redress.delivery.rt;
